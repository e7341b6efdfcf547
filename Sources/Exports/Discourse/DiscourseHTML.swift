/// The markup that Discourse makes of a post. Pictures that stand for a word (emoji) become the word, those of people
/// in quotes go; files are named.
struct DiscourseHTML {
    private(set) var text = ""
    private(set) var attachments: [String] = []

    init(_ cooked: String) {
        guard cooked.utf8.contains(UInt8(ascii: "<")) else {
            text = HTMLText.plain(cooked)
            return
        }
        let source = Array(cooked.utf8)
        var kept: [UInt8] = []
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "<"), let tag = HTMLTag(source, at: index) else {
                kept.append(source[index])
                index += 1
                continue
            }
            if let word = DiscourseHTML.word(of: tag) {
                kept.append(contentsOf: word)
            } else {
                kept.append(contentsOf: source[index..<tag.end])
            }
            note(tag)
            index = tag.end
        }
        text = HTMLText.plain(String(decoding: kept, as: UTF8.self))
    }

    /// What stands in the place of a picture; nil: it stays.
    private static func word(of tag: HTMLTag) -> ArraySlice<UInt8>? {
        guard tag.name == "img" else { return nil }
        let classes = classes(of: tag)
        if classes.contains("avatar") { return [] }
        return classes.contains("emoji") ? tag.attribute("alt") ?? [] : nil
    }

    private mutating func note(_ tag: HTMLTag) {
        guard tag.name == "a", !tag.isEnd, DiscourseHTML.classes(of: tag).contains("attachment"),
            let target = tag.attribute("href")
        else { return }
        let path = String(decoding: target, as: UTF8.self).prefix { $0 != "?" && $0 != "#" }
        let name = lastPathComponent(HTMLText.decoded(String(path)))
        if !name.isEmpty { attachments.append(name) }
    }

    private static func classes(of tag: HTMLTag) -> [Substring] {
        String(decoding: tag.attribute("class") ?? [], as: UTF8.self).split(separator: " ")
    }
}
