import Foundation

/// Who runs the program, as the operating system knows it. `$USER` is never asked: anybody can set it.
nonisolated package struct OSUser: Equatable, Sendable, CustomStringConvertible {
    /// The account's name, or `uid-1000` for one that has none.
    package var name: String
    /// The machine's name.
    package var host: String
    /// The account's home folder; nil: it has none.
    package var home: String?

    /// A user that is known already.
    package init(name: String, host: String, home: String? = nil) {
        self.name = name
        self.host = host
        self.home = home
    }

    /// Looks an account up (`getpwuid_r`), by default the real user's.
    package init(uid: UInt32 = getuid(), host: String = OSUser.hostName) {
        let account = Self.account(uid)
        self.init(name: account?.name ?? "uid-\(uid)", host: host, home: account?.home)
    }

    /// `lotte@werft`.
    package var description: String { "\(name)@\(host)" }

    /// `gethostname`; "localhost" where that fails.
    package static var hostName: String {
        // HOST_NAME_MAX is 64 on Linux; a cut name need not end in NUL.
        var bytes = [CChar](repeating: 0, count: 257)
        guard gethostname(&bytes, bytes.count - 1) == 0, bytes[0] != 0 else { return "localhost" }
        return text(bytes)
    }

    /// What one look into the table of accounts brought.
    private enum Found {
        case account(name: String, home: String?)
        case nobody
        case bufferTooSmall
    }

    private static func account(_ uid: UInt32) -> (name: String, home: String?)? {
        var size = 1024
        while size <= 1 << 20 {
            var buffer = [CChar](repeating: 0, count: size)
            switch buffer.withUnsafeMutableBufferPointer({ look(uid, $0) }) {
            case .account(let name, let home): return (name, home)
            case .nobody: return nil
            case .bufferTooSmall: size *= 2
            }
        }
        return nil
    }

    /// The entry's strings lie in the buffer, so they are copied while it is there.
    private static func look(_ uid: UInt32, _ buffer: UnsafeMutableBufferPointer<CChar>) -> Found {
        guard let start = buffer.baseAddress else { return .bufferTooSmall }
        var entry = passwd()
        var result: UnsafeMutablePointer<passwd>?
        let status = getpwuid_r(uid, &entry, start, buffer.count, &result)
        if status == ERANGE { return .bufferTooSmall }
        guard status == 0, result != nil, let name = entry.pw_name, name.pointee != 0 else { return .nobody }
        return .account(name: String(cString: name), home: entry.pw_dir.map { String(cString: $0) })
    }

    private static func text(_ bytes: [CChar]) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
