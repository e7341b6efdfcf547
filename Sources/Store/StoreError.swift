/// What went wrong in the store. Facts; sentences are made at the edge.
package enum StoreError: Error, Equatable, Sendable {
    /// The store was written by a newer lotse; it was left as it is.
    case newerStore(path: String, store: Int, program: Int)
    /// The file is a database, but not one of lotse's, or no database at all.
    case notAStore(path: String)
    case cannotCreate(path: String, errno: Int32)
    /// SQLite says so; `code` is its extended result code.
    case sqlite(code: Int32, message: String)
    /// Somebody else is writing; try again.
    case busy
    case diskFull
    /// Ended on purpose, by `isStopped` or `interruptReads`. Nothing was changed.
    case stopped
    /// A pragma did not take the value that the promises rest on.
    case settingRefused(name: String, wanted: String, got: String)
    /// Another import is running.
    case importRunning
    case noSuchID(String)
    case noSuchImport(Int64)
    case ambiguousID(String, count: Int)
    case fileExists(path: String)
    /// A filesystem whose locks cannot be trusted.
    case networkFileSystem(path: String)
    /// The system has no such group.
    case unknownGroup(String)
    /// The user is not in the group, or was not when the session began.
    case notInGroup(String)
    /// Only its owner (a user's number) or the superuser can change whose it is.
    case notOwner(path: String, owner: UInt32)
    /// A folder cannot be shared for the store's sake while it holds something else.
    case folderHoldsOthers(path: String, name: String)
}
