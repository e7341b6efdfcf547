import Foundation

/// The sequence that asks a terminal to put a text into its clipboard (OSC 52 of xterm's ctlseqs). It is write only:
/// what the clipboard holds is never asked for.
package enum ClipboardSequence {
    /// Base64 characters that every terminal takes which takes any: what fits into 100,000 bytes in xterm with all
    /// that stands around it.
    package static let limit = 74_994

    /// Bytes of a text that can be sent at most.
    package static let textLimit = limit / 4 * 3

    /// nil: the text is too long.
    package static func bytes(of text: String) -> [UInt8]? {
        let coded = Data(text.utf8).base64EncodedString()
        guard coded.utf8.count <= limit else { return nil }
        return Array("\u{1B}]52;c;\(coded)\u{7}".utf8)
    }
}
