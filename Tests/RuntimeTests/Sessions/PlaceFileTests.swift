import Conversations
import Dashboard
import Foundation
import Testing

@testable import Runtime

@Suite struct PlaceFileTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private static func digest(_ number: UInt64) -> Digest { Digest(high: number, low: .max - number) }

    private static let places = [
        Place(view: "Inbox"),
        Place(
            view: "Needs answer", limit: "from:\"mia\" \u{1B}", selected: digest(1),
            position: Position(time: Moment(milliseconds: .min), sequence: .max, digest: digest(2)),
            marked: [digest(3), digest(4)], opened: digest(5), message: digest(6)),
    ]

    @Test(arguments: places)
    func `a place comes back as it was, once, and only for its store`(place: Place) throws {
        let file = PlaceFile(stateFolder: temporary.path + "/state", store: "/a/store.db")
        #expect(file.keep(place))
        #expect(PlaceFile(stateFolder: temporary.path + "/state", store: "/b/store.db").take() == nil)
        #expect(file.take() == place)
        #expect(file.take() == nil)
    }

    @Test(arguments: ["", "{}", "{\"store\":\"/a\",\"view\":\"Inbox\",\"marked\":[\"zz\"],\"selected\":7}"])
    func `a file that cannot be read is none`(text: String) throws {
        let file = PlaceFile(stateFolder: temporary.path, store: "/a")
        #expect(PrivateFiles.replace(file.path, with: text))
        #expect(file.take() == nil)
    }
}
