import Conversations
import Dashboard
import Foundation

/// Where a session broke off: `$XDG_STATE_HOME/lotse/place.json`. The next session on the same store takes it and goes on
/// there. A file that cannot be read counts as none.
nonisolated package struct PlaceFile: Sendable {
    /// The file.
    package let path: String
    private let store: String

    /// - Parameters:
    ///   - stateFolder: `Paths.stateFolder`.
    ///   - store: the path of the store.
    package init(stateFolder: String, store: String) {
        path = stateFolder + "/place.json"
        self.store = store
    }

    /// Puts a place there, instead of one that is there.
    /// - Returns: whether it is on disk.
    @discardableResult
    package func keep(_ place: Place) -> Bool {
        guard let data = try? JSONEncoder().encode(Written(place, store: store)) else { return false }
        return PrivateFiles.replace(path, with: String(decoding: data, as: UTF8.self))
    }

    /// Reads the place of this store and takes it away.
    package func take() -> Place? {
        guard let data = FileManager.default.contents(atPath: path),
            let written = try? JSONDecoder().decode(Written.self, from: data), written.store == store
        else { return nil }
        unlink(path)
        return written.place
    }

    /// Marks that are kept at most: they are typed by hand, or by a query that can be typed again.
    private static let markLimit = 10_000

    private struct Written: Codable {
        var store: String
        var view: String
        var limit: String?
        var selected: String?
        var time: Int64?
        var sequence: Int64?
        var newest: String?
        var marked: [String]
        var opened: String?
        var message: String?

        init(_ place: Place, store: String) {
            self.store = store
            view = place.view
            limit = place.limit
            selected = place.selected?.hex
            time = place.position?.time.milliseconds
            sequence = place.position?.sequence
            newest = place.position?.digest.hex
            marked = place.marked.prefix(markLimit).map(\.hex)
            opened = place.opened?.hex
            message = place.message?.hex
        }

        var place: Place {
            Place(
                view: view, limit: limit, selected: Self.digest(selected), position: position,
                marked: Set(marked.compactMap { Digest(hex: $0) }), opened: Self.digest(opened),
                message: Self.digest(message))
        }

        private var position: Position? {
            guard let time, let sequence, let digest = Self.digest(newest) else { return nil }
            return Position(time: Moment(milliseconds: time), sequence: sequence, digest: digest)
        }

        private static func digest(_ hex: String?) -> Digest? { hex.flatMap { Digest(hex: $0) } }
    }
}
