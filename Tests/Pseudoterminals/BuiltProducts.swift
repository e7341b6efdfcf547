import Glibc

/// Where `swift build` put the executables that belong to the running tests.
package enum BuiltProducts {
    /// The path of an executable target; the test target must depend on it.
    package static func path(_ name: String) -> String {
        directory + "/" + name
    }

    /// The test runner itself lies beside them.
    private static var directory: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    }
}
