import Glibc

/// What one process tries: the word in LOTSE_FUZZ. Without it: everything that is in `names`.
enum FuzzTarget {
    /// Everything that can be tried, one name for each line of the report.
    static var names: [String] {
        ExportFormats.all.map { $0.format } + ExportFormats.trees.map { "tree-" + $0.format } + parts.map(\.name)
    }

    /// The parts that several readers stand on.
    private static let parts: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
        ("detection", FuzzedParts.detection), ("csvrows", FuzzedParts.csvRows), ("jsonwalker", FuzzedParts.jsonWalker),
        ("xmlscanner", FuzzedParts.xmlScanner),
    ]

    private static let chosen: [@Sendable ([UInt8]) -> Void] = {
        guard let word = getenv("LOTSE_FUZZ").map({ String(cString: $0) }) else { return names.compactMap(target) }
        guard let only = target(word) else { fatalError("LOTSE_FUZZ: there is no \(word)") }
        return [only]
    }()

    static func run(_ bytes: [UInt8]) {
        for target in chosen { target(bytes) }
    }

    private static func target(_ name: String) -> (@Sendable ([UInt8]) -> Void)? {
        if let reader = ExportFormats.named(name) { return { FuzzedReader.run(reader, on: $0) } }
        if let tree = ExportFormats.trees.first(where: { "tree-" + $0.format == name }) {
            return { FuzzedTree.run(tree, on: $0) }
        }
        return parts.first { $0.name == name }?.run
    }
}

/// The entry of libFuzzer (https://llvm.org/docs/LibFuzzer.html). 0: the input may go into the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    FuzzTarget.run(Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : size)))
    return 0
}

/// Called once before the first input: prints what can be tried and ends, where LOTSE_FUZZ is `list`.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    guard let word = getenv("LOTSE_FUZZ"), String(cString: word) == "list" else { return 0 }
    for name in FuzzTarget.names { print(name) }
    exit(0)
}
