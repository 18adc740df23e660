import Eviction
import Foundation

// Measures what one operation costs in small and large sets, and how many requests a replay takes in a second, beside
// libCacheSim on the same trace in the same run. Prints tables; exits with 1 when a gate is missed.
//
//     swift build -c release --product eviction-ratios && .build/release/eviction-ratios
//
// libCacheSim is measured if the Python named by `TRANSLOAD_PYTHON` (else python3) has it: pip install libcachesim.

let scaling = ScalingTable.measured()
print(scaling.text)
let replay = try ReplayTable.measured()
print(replay.text)
exit(scaling.allGatesHold && replay.allGatesHold ? 0 : 1)
