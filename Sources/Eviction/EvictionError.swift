/// A request that a policy refuses. Nothing has changed when it is thrown.
public struct EvictionError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The candidate is there already.
        case duplicate
        /// No candidate has this name.
        case unknown
        /// A batch names the candidate twice.
        case repeatedInBatch
        /// More space is used than there is.
        case usedAboveCapacity
        /// A capacity of zero, of a candidate or of the whole.
        case zeroCapacity
        /// A cost that is negative, infinite or not a number.
        case invalidCost
        /// The candidate or batch does not fit, even if all others go.
        case aboveCapacity
        /// A resident was requested with another size.
        case sizeChanged
        /// The sizes add up to more than 64 bits.
        case overflow
        /// More candidates than a policy can hold.
        case tooMany
        /// Room is needed, and all that could make it is pinned.
        case nothingEligible
    }

    /// Why a candidate may not be released.
    public struct Pin: Sendable, Hashable, Codable {
        /// The candidate.
        public let id: String
        /// The reason that was given with the pin.
        public let reason: String

        /// Creates a pin.
        public init(id: String, reason: String) {
            self.id = id
            self.reason = reason
        }
    }

    /// What is wrong.
    public let code: Code
    /// The candidate that it is about; nil if it is about the capacity of the whole.
    public let id: String?
    /// What is pinned, in the order of names; only with ``Code/nothingEligible``.
    public let pins: [Pin]

    /// Creates an error.
    public init(_ code: Code, id: String? = nil, pins: [Pin] = []) {
        self.code = code
        self.id = id
        self.pins = pins
    }

    /// An error about the candidate `id`.
    init(_ code: Code, of id: some Hashable & Sendable) {
        self.init(code, id: "\(id)")
    }
}

extension EvictionError: CustomStringConvertible {
    /// What is wrong with whom, and what to do about it.
    public var description: String {
        let subject = id.map { "\($0): " } ?? ""
        return subject + code.sentence + (pins.isEmpty ? "" : ": " + listedPins)
    }

    /// The first few pins; a large set would bury the message.
    private var listedPins: String {
        let shown = pins.prefix(8).map { "\($0.id) (\($0.reason))" }.joined(separator: ", ")
        return pins.count > 8 ? "\(shown) and \(pins.count - 8) more" : shown
    }
}

extension EvictionError.Code {
    fileprivate var sentence: String {
        switch self {
        case .duplicate: "is there already; use it instead of admitting it again"
        case .unknown: "is not there; admit it first"
        case .repeatedInBatch: "stands twice in one batch"
        case .usedAboveCapacity: "more space is used than there is"
        case .zeroCapacity: "the capacity is zero"
        case .invalidCost: "the cost must be a finite number that is not negative"
        case .aboveCapacity: "does not fit, even if all that may go is released"
        case .sizeChanged: "has another size than when it was admitted; remove it first"
        case .overflow: "the sizes add up to more than 64 bits can count"
        case .tooMany: "a policy holds no more candidates than this"
        case .nothingEligible: "needs room, and whatever could make it is pinned"
        }
    }
}
