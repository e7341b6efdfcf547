/// The keys of a document's outermost object, as far as its first bytes show them: for detection. Never fails.
func topLevelKeys(_ head: ArraySlice<UInt8>, limit: Int = 64) -> [String] {
    guard var walker = (try? ByteSource(bytes: Array(head))).map(JSONWalker.init) else { return [] }
    var keys: [String] = []
    do {
        guard try walker.enter("{") else { return [] }
        while keys.count < limit, let key = try walker.nextKey() {
            keys.append(key)
            try walker.skip()
        }
    } catch {
        // The head ends somewhere inside; what was seen until there is what there is.
        return keys
    }
    return keys
}
