import Foundation
import Testing

@testable import Runtime

@Suite final class FolderWatchTests {
    private let folder = NSTemporaryDirectory() + "lotse-watch-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    private func names(_ paths: [ImportPath]) -> [String] { paths.map { String($0.shown.dropFirst(folder.count + 1)) } }

    @Test func `a file is told once, when it stopped growing`() throws {
        var watch = FolderWatch(PathBytes(folder))
        try write("b.csv", "text\n")
        #expect(watch.look().isEmpty)
        try write("b.csv", "text\nMoin\n")
        try write("a.csv", "text\n")
        #expect(watch.look().isEmpty)
        let whole = watch.look()
        #expect(names(whole) == ["a.csv", "b.csv"])
        for path in whole { watch.settle(path) }
        #expect(watch.look().isEmpty)
    }

    @Test func `a file that changes is told again`() throws {
        var watch = FolderWatch(PathBytes(folder))
        try write("a.csv", "text\n")
        _ = watch.look()
        for path in watch.look() { watch.settle(path) }
        try write("a.csv", "text\nMoin\n")
        #expect(watch.look().isEmpty)
        #expect(names(watch.look()) == ["a.csv"])
    }

    @Test func `a file whose import must wait is told until it is settled`() throws {
        var watch = FolderWatch(PathBytes(folder))
        try write("a.csv", "text\n")
        _ = watch.look()
        #expect(names(watch.look()) == ["a.csv"])
        #expect(names(watch.look()) == ["a.csv"])
    }

    @Test(arguments: ["a.csv.part", "b.zip.crdownload", ".hidden.csv"])
    func `what is half written or hidden is passed over`(_ name: String) throws {
        var watch = FolderWatch(PathBytes(folder))
        try write(name, "text\n")
        _ = watch.look()
        #expect(watch.look().isEmpty)
    }
}
