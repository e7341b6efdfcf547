import Exports
import Foundation

/// The file in which corrections of columns are remembered. A convenience: where it cannot be read or written, an
/// import goes on without it.
nonisolated package struct RememberedMappings {
    private let path: String
    package private(set) var memory: MappingMemory

    /// - Parameter stateFolder: the folder for what may be lost.
    package init(stateFolder: String) {
        path = stateFolder + "/mappings"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        memory = MappingMemory(decoding: text)
    }

    /// Keeps what `--map` said for exports with these columns.
    package mutating func remember(_ corrections: [String: String], for columns: [String], format: String) {
        let before = memory
        memory.remember(corrections, for: columns, format: format)
        guard memory != before else { return }
        PrivateFiles.replace(path, with: memory.encoded())
    }
}
