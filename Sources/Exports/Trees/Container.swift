/// A regular file of a container.
struct ContainerMember {
    /// Parts separated by `/`; outside text.
    var name: String
    /// Bytes when unpacked, by the container's word.
    var size: Int?
}

/// What a container holds that is not read: its name as it is written, and why.
package struct PassedOver: Equatable, Sendable {
    package let name: String
    package let reason: String
}

/// A zip, a tar or a folder that is open.
protocol Container: AnyObject {
    var members: [ContainerMember] { get }
    var passedOver: [PassedOver] { get }
    /// Raw bytes that were used up, for progress against the container's size.
    var consumed: Int { get }

    /// Opens a member by its index in `members`; no member opened before may be read any further.
    func open(_ member: Int) throws(ExportError) -> any ByteStream

    /// A member as a file that can be read in any order.
    func file(_ member: Int, limits: ContainerLimits) throws(ExportError) -> OpenFile
}

extension Container {
    func file(_ member: Int, limits: ContainerLimits) throws(ExportError) -> OpenFile {
        try Spool.file(open(member), limits: limits)
    }
}

/// Names inside containers. They are labels, never paths.
enum MemberName {
    /// What a name that would lead out of its folder is called, and others that no tool writes.
    static let unsafe = "unsafe name"

    /// Valid UTF-8 stays; without it, a zip's names are in code page 437 (APPNOTE.TXT, D.1), others get U+FFFD.
    /// U+0000 becomes U+2400, as in texts. Some zips of Windows part names by `\` alone.
    static func decoded(_ bytes: [UInt8], isZip: Bool) -> String {
        var text =
            String(validating: bytes, as: UTF8.self) ?? (isZip ? CodePage437.text(bytes) : nil)
            ?? String(decoding: bytes, as: UTF8.self)
        if isZip, !bytes.contains(UInt8(ascii: "/")) { text = text.replacing("\\", with: "/") }
        return bytes.contains(0) ? text.replacing("\0", with: "\u{2400}") : text
    }

    /// Absolute, or with a part `.` or `..`.
    static func isUnsafe(_ name: String) -> Bool {
        name.hasPrefix("/") || name.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }

    /// What systems put beside the files: `__MACOSX`, `.DS_Store`, AppleDouble's `._name`.
    static func isLitter(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last else { return true }
        return last == ".DS_Store" || last.hasPrefix("._") || parts.contains("__MACOSX")
    }
}

/// IBM's code page 437, ASCII below.
enum CodePage437 {
    static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]) }
        return String(text)
    }

    private static let upper = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars)
}
