/// What is unpacked at most. Sizes that a container claims are never believed: what comes out is counted.
package struct ContainerLimits: Sendable {
    /// Files of a folder or archive. A large workspace's Slack export has one a channel and day.
    package var entries = 200_000
    /// Bytes of one name; zip allows 65,535, file systems 4,096.
    package var nameBytes = 32 * 1024
    /// Bytes of a zip's directory, which is held while it is listed.
    package var directoryBytes = 64 * 1024 * 1024
    /// Containers in containers: a zip in a zip is one. Folders do not count.
    package var nesting = 1
    /// Unpacked bytes of all entries that are read.
    package var unpackedBytes = 64 << 30
    /// Unpacked bytes for each packed one. Exports as JSON reach 10 to 60, deflate at most 1,032.
    package var ratio = 200
    /// Unpacked bytes to which no ratio applies: small files of blanks and repeated lines are harmless, and so is
    /// what 16 MiB can become.
    package var graceBytes = 16 << 20
    /// Asked now and then while something is unpacked; true ends it with `ExportError.cancelled`.
    package var isCancelled: @Sendable () -> Bool = { false }

    package init() {}
}
