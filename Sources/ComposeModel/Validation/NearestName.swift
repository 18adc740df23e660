/// Finds the name that someone who misspelt it probably meant.
enum NearestName {
    /// The candidate nearest to `name`; nil if none is near.
    ///
    /// A candidate is near when it differs only in case and separators (`containerName`, `container-name`), or by few
    /// insertions, deletions, substitutions and swaps of neighbours. O(candidates × length²), for names of up to 64 bytes.
    static func suggestion(for name: String, among candidates: [String]) -> String? {
        let written = Array(name.utf8)
        guard !written.isEmpty, written.count <= 64 else { return nil }
        let folded = fold(written)
        if let same = candidates.first(where: { fold(Array($0.utf8)) == folded }) { return same }
        let limit = min(3, max(1, written.count / 3))
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let bytes = Array(candidate.utf8)
            guard abs(bytes.count - written.count) <= limit else { continue }
            let distance = distance(written, bytes)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    private static func fold(_ bytes: [UInt8]) -> [UInt8] {
        bytes.compactMap { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): nil
            default: byte
            }
        }
    }

    /// The edit distance with swaps of neighbours (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in right.indices {
                let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
                var cost = min(substitution, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
