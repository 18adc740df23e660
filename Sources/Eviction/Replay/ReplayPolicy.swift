/// The policies that a replay knows, by the names of the command line.
public enum ReplayPolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// ``LastInserted``.
    case lastInserted = "last-inserted"
    /// ``FirstInserted``.
    case firstInserted = "first-inserted"
    /// ``LeastRecentlyUsed``.
    case leastRecentlyUsed = "lru"
    /// ``LeastRemaining``.
    case leastRemaining = "least-remaining"
    /// ``LeastRemaining`` with the order turned round.
    case mostRemaining = "most-remaining"
    /// ``LeastRecentBatch``.
    case leastRecentBatch = "least-recent-batch"
    /// ``SIEVE``.
    case sieve
    /// ``S3FIFO``.
    case s3fifo
    /// ``GDSF``.
    case gdsf
    /// The bound for objects of one size: releases what is used again last. It sees the future.
    case belady
    /// A bound for objects of different sizes: releases the largest product of size and time to the next use.
    case beladySize = "belady-size"
}
