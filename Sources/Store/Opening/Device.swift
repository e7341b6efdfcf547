import Conversations
import Foundation
import GRDB

/// Which copy of a store this is. A file that was copied to another place gets a device of its own, so
/// that two copies never draw the same clock.
enum Device {
    /// The device of a store that lies where it was made; nil: it has none yet, or is a copy.
    static func known(_ database: Database, path: String) throws -> Digest? {
        guard try Meta.digest(database, "machine") == machineMark(path) else { return nil }
        return try Meta.digest(database, "device")
    }

    static func current(_ database: Database, path: String) throws -> Digest {
        if let known = try known(database, path: path) { return known }
        let machine = machineMark(path)
        let before = try Meta.digest(database, "device")
        let fresh = Digest.random()
        try Meta.set(database, "device", fresh)
        try Meta.set(database, "machine", machine)
        if let before {
            try Meta.set(database, "device before \(fresh.hex)", before)
        }
        return fresh
    }

    /// Digest of the machine's id and the file's inode.
    private static func machineMark(_ path: String) -> Digest {
        let machine = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)) ?? ""
        var status = stat()
        let inode = stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
        return .of("machine", machine, String(inode))
    }
}

/// Single values of the store.
enum Meta {
    static func digest(_ database: Database, _ name: String) throws -> Digest? {
        let bytes = try Data.fetchOne(database, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
        return bytes.flatMap { Digest(bytes: $0) }
    }

    static func set(_ database: Database, _ name: String, _ digest: Digest) throws {
        try database.execute(
            sql: "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, digest])
    }
}

extension Digest {
    static func random() -> Digest {
        Digest(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    }

    /// UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970 UTC, version and variant, random bits.
    static func uuid7(at now: Moment) -> Digest {
        let high = UInt64(bitPattern: now.milliseconds) << 16 | 0x7000 | .random(in: 0..<0x1000)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0..<0x4000_0000_0000_0000)
        return Digest(high: high, low: low)
    }
}
