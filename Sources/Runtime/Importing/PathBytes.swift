import CProcess
import Exports
import Foundation

/// A file's name as the system has it: bytes, which need not be UTF-8. Swift's own arguments replace what is
/// not UTF-8, so that such a file could be named but never opened.
nonisolated package struct PathBytes: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ path: String) {
        bytes = Array(path.utf8)
    }

    /// An argument as `RawArguments` hands it over.
    package init(argument: String) {
        bytes = RawArguments.bytes(of: argument)
    }

    /// For people and logs; what is not UTF-8 is U+FFFD. Outside text: raw.
    package var shown: String { String(decoding: bytes, as: UTF8.self) }

    /// The last part of the name.
    package var fileName: [UInt8] {
        Array(bytes.split(separator: UInt8(ascii: "/")).last ?? [])
    }

    /// What stands after the last dot of the file's name, in lower case; nil: no dot.
    package var ending: String? {
        ExportStem.ending(String(decoding: fileName, as: UTF8.self))
    }

    /// The file's name without its ending, fit to name a channel.
    package var stem: String { ExportStem.of(String(decoding: fileName, as: UTF8.self)) }

    package func appending(_ name: [UInt8]) -> PathBytes {
        PathBytes(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
    }
}

/// Arguments of the process without loss: a byte that is not UTF-8 becomes one private scalar, U+10FF00 plus
/// the byte (as Python's surrogateescape does with surrogates, which Swift's strings cannot hold).
nonisolated package enum RawArguments {
    private static let base: UInt32 = 0x10_FF00

    package static func decode(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var decoder = UTF8()
        var rest = bytes[...]
        while !rest.isEmpty {
            var iterator = rest.makeIterator()
            decoder = UTF8()
            if case .scalarValue(let scalar) = decoder.decode(&iterator) {
                text.append(scalar)
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                text.append(Unicode.Scalar(base + UInt32(rest[rest.startIndex])) ?? "\u{FFFD}")
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    package static func bytes(of argument: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in argument.unicodeScalars {
            if (base + 0x80...base + 0xFF).contains(scalar.value) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value - base))
            } else {
                bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        return bytes
    }

    /// The arguments of this process, without the program's name.
    package static var ofProcess: [String] {
        (1..<max(1, process_argument_count())).compactMap { index in
            process_argument(index).map { pointer in
                decode(Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map(UInt8.init(bitPattern:))))
            }
        }
    }
}
