/// Counts what comes out of one container against the limits, however often an entry is opened.
final class UnpackBudget {
    let limits: ContainerLimits
    private let packed: () -> Int?
    private let outer: UnpackBudget?
    private var furthest: [Int: Int] = [:]
    private var total = 0

    /// `packed`: raw bytes that were put in so far, or of the whole container; nil: no ratio applies.
    /// `outer`: the budget of the container that this one is in.
    init(_ limits: ContainerLimits, within outer: UnpackBudget? = nil, packed: @escaping () -> Int?) {
        self.limits = limits
        self.packed = packed
        self.outer = outer
    }

    /// The stream `key` came to `position`. Throws `.tooLarge`, `.expandsTooFar` and `.cancelled`.
    func count(_ key: Int, at position: Int) throws(ExportError) {
        guard !limits.isCancelled() else { throw .cancelled }
        let before = furthest[key, default: 0]
        guard position > before else { return }
        furthest[key] = position
        try add(position - before)
    }

    private func add(_ count: Int) throws(ExportError) {
        total += count
        guard total <= limits.unpackedBytes else {
            throw .tooLarge(what: "unpacked bytes", limit: limits.unpackedBytes)
        }
        if total > limits.graceBytes, let packed = packed(), total / limits.ratio > packed {
            throw .expandsTooFar(limit: limits.ratio)
        }
        try outer?.add(count)
    }
}

/// A stream whose bytes count against a budget.
final class MeteredStream: ByteStream {
    private let base: any ByteStream
    private let budget: UnpackBudget
    private let key: Int
    private let claimed: Int?
    /// Bytes that were read.
    private(set) var position = 0

    /// `claimed`: the size by the container's word; more is an error.
    init(_ base: any ByteStream, _ budget: UnpackBudget, key: Int, claimed: Int? = nil) {
        self.base = base
        self.budget = budget
        self.key = key
        self.claimed = claimed
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        let bytes = try base.read(upTo: count)
        position += bytes.count
        if let claimed, position > claimed {
            throw .malformed(place: "unpacked byte \(claimed)", reason: "there is more than the archive says")
        }
        try budget.count(key, at: position)
        return bytes
    }

    var remarks: [String] { base.remarks }
}
