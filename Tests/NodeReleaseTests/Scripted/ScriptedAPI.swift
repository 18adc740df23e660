import NodeRelease
import Synchronization
import YAMLTree

/// What a scripted server has in store before it does what it is asked to: statuses, or no answer at all.
enum Fault: Sendable {
    /// Answers this status, and does nothing.
    case status(Int, retryAfter: Duration? = nil)
    /// Does not answer, and does nothing.
    case lostRequest
    /// Does what it is asked to, and its answer does not arrive.
    case lostAnswer
}

struct ConnectionLost: Error {}

/// A server in the process. It keeps objects under their paths, and what it was asked.
final class ScriptedAPI: StepPerformer {
    typealias Behaviour = @Sendable (inout Objects, PlanRequest) -> StepAnswer

    private let state: Mutex<(objects: Objects, faults: [String: [Fault]], requests: [PlanRequest])>
    private let behaviour: Behaviour

    init(_ objects: Objects, faults: [String: [Fault]] = [:], _ behaviour: @escaping Behaviour) {
        state = Mutex((objects, faults, []))
        self.behaviour = behaviour
    }

    /// All requests but those that only read, as `METHOD path`.
    var changes: [String] {
        state.withLock { $0.requests.filter { $0.method != .get }.map { "\($0.method.rawValue) \($0.path)" } }
    }

    var requests: [PlanRequest] { state.withLock { $0.requests } }

    func object(_ path: String) -> Node? { state.withLock { $0.objects[path] } }

    func change(_ body: (inout Objects) -> Void) { state.withLock { body(&$0.objects) } }

    func perform(_ request: PlanRequest) async throws -> StepAnswer {
        try state.withLock { state in
            state.requests.append(request)
            let key = "\(request.method.rawValue) \(request.path)"
            if let fault = state.faults[key]?.first {
                state.faults[key]?.removeFirst()
                switch fault {
                case .status(let status, let pause): return StepAnswer(status: status, retryAfter: pause)
                case .lostRequest: throw ConnectionLost()
                case .lostAnswer:
                    _ = behaviour(&state.objects, request)
                    throw ConnectionLost()
                }
            }
            return behaviour(&state.objects, request)
        }
    }
}

/// Objects under their paths, in the order of the paths.
struct Objects: Sendable {
    private(set) var byPath: [String: Node] = [:]
    private var version = 1000

    subscript(_ path: String) -> Node? {
        get { byPath[path] }
        set { byPath[path] = newValue }
    }

    var paths: [String] { byPath.keys.sorted() }

    mutating func nextVersion() -> String {
        version += 1
        return String(version)
    }
}

extension StepAnswer {
    init(_ status: Int, _ body: Node = [:]) {
        self.init(status: status, body: JSONWriter(layout: .compact).bytes(body))
    }
}
