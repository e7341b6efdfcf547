/// Texts that strangers post to reach a terminal or to deceive its reader. The sequences are those of ECMA-48 and of
/// xterm's "Control Sequences" (invisible-island.net/xterm/ctlseqs), and the ways to write them wrongly.
package enum HostileTexts {
    private static let esc = "\u{1B}"
    private static let bel = "\u{7}"
    private static let end = "\u{1B}\\"

    /// 58 texts that a terminal could obey. Each says 31337 or PWNED where it has room for it.
    package static let terminal: [String] = strings + sequences + escapes + controls

    /// OSC, DCS, APC, PM and SOS, in both endings, 8-bit and unended.
    private static let strings = [
        esc + "]0;PWNED" + bel, esc + "]2;PWNED" + end, esc + "]52;c;UFdORUQ=" + bel, esc + "]52;p;?" + end,
        esc + "]8;;https://evil.example/" + end + "bank" + esc + "]8;;" + end, esc + "]4;7;rgb:00/00/00" + bel,
        esc + "]10;?" + bel, esc + "]50;PWNED" + bel, esc + "]777;notify;PWNED;now" + bel, esc + "]9;PWNED" + bel,
        esc + "]1337;File=name=UFdO;inline=1:AAAA" + bel, esc + "]0;PWNED and no end", esc + "kPWNED" + end,
        esc + "P$q\"p" + end, esc + "P+q544e" + end, esc + "Ptmux;" + esc + esc + "]0;PWNED" + bel + end,
        esc + "Pq#0;2;0;0;0!99999999~" + end, esc + "_Gf=100;UFdO" + end, esc + "^PWNED" + end, esc + "XPWNED" + end,
        "\u{9D}0;PWNED\u{9C}", "\u{90}q\u{9C}", "\u{9F}G\u{9C}",
    ]

    private static let sequences = [
        esc + "[21t", esc + "[8;1;1t", esc + "[6n", esc + "[c", esc + "[>q", esc + "[5i", esc + "[2;1y",
        esc + "[777;777HPWNED", esc + "[1337;31mPWNED", "A" + esc + "[2147483647b", esc + "[2J" + esc + "[777;777H",
        esc + "[3J", esc + "[?1049l", esc + "[?1003h", esc + "[?2004h", esc + "[777;778r", "\u{9B}1337;31mPWNED",
        esc + "[" + String(repeating: "1;", count: 1500) + "1m", esc + "[" + String(repeating: "9", count: 3000) + "C",
    ]

    private static let escapes = [
        esc + "c", esc + "GQ", esc + "Z", esc + "(0lqqk" + esc + "(B", esc + "#8", "abc" + esc, esc,
    ]

    private static let controls = [
        String(String.UnicodeScalarView((1..<32).compactMap { Unicode.Scalar($0) })), "vor\u{0}nach",
        "abc\u{7F}\u{7F}xyz", "harmlos\rPWNED", "harmlos\u{8}\u{8}\u{8}\u{8}PWN", "hi\n12:00 Team: PWNED",
        String(repeating: "\t", count: 200), String(repeating: bel, count: 300), "\u{E}lqk\u{F}\u{5}\u{13}\u{11}",
    ]

    /// 45 texts whose width or order a terminal and a program may see differently.
    package static let unicode: [String] = hidden + clusters + scripts

    private static let hidden = [
        "bild\u{202E}gpj.exe", "\u{202E} bis ans Ende", "\u{2067}abc\u{2069} def",
        String(repeating: "\u{202B}", count: 100) + "x", "adm\u{200E}in", "\u{61C}123", "b\u{200B}a\u{200D}d",
        "b\u{200C}a", "ad\u{2060}min", "ad\u{FEFF}min", "ad\u{AD}min", "ad\u{34F}min",
        "hallo\u{E0049}\u{E0067}\u{E006E}", "x\u{E0100}\u{E0174}", "\u{3164}", "\u{2800}", "a\u{2028}PWNED\u{2029}b",
        "a\u{FFF9}b\u{FFFA}c\u{FFFB}d", "a\u{180E}b", "a\u{206A}b\u{206F}c", "\u{1D173}weg\u{1D174}",
    ]

    private static let clusters = [
        "z" + String(repeating: "\u{300}", count: 20), "a" + String(repeating: "\u{301}", count: 5000),
        "a\u{20DD}\u{20DE}\u{20E0}", "\u{301}\u{308}abc", "👨‍👩‍👧‍👦 x",
        Array(repeating: "👩", count: 200).joined(separator: "\u{200D}"),
        "❤️ ☎️ 1️⃣ x", "⌚︎ x", "🇩🇪🇪🇺🇩 x", "👍🏿🏿🏿 x", "🫨\u{1FAE9} x", "é e\u{301}",
    ]

    private static let scripts = [
        "שלום عليكم 123 abc", String(repeating: "漢字", count: 60), "ﾊﾝｶｸ", "ａｄｍｉｎ", "…±×÷°§¶¡¿─│",
        "\u{FDFD}\u{FDFA}\u{1242B} x",
        String(repeating: "ᄀ", count: 40) + "ᅡᆨ", String(repeating: "க்ஷ", count: 30), "\u{E000}\u{F0000}\u{100000}",
        "ﬃ ß İ ı ŉ", "𝐚𝐝𝐦𝐢𝐧", "\u{FFFC}\u{FFFD}",
    ]
}
