/// Finds emoji sequences by their grammar (UTS #51, 1.4.9), without the list of those that fonts have.
enum EmojiScanner {
    /// The longest recommended joined sequences (families, a kiss) have four elements.
    private static let elementLimit = 4

    /// Where the emoji that begins at an index ends; nil: none begins there.
    static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let first = scalars[start]
        // Every text is full of scalars below the first emoji that stands alone.
        if first.value < 0xA9 { return keycapEnd(in: scalars, from: start) }
        if isRegional(first) {
            return start + 1 < scalars.count && isRegional(scalars[start + 1]) ? start + 2 : nil
        }
        guard var end = elementEnd(in: scalars, from: start), isShownAsEmoji(scalars[start..<end]) else { return nil }
        var elements = 1
        while elements < elementLimit, end + 1 < scalars.count, scalars[end].value == 0x200D,
            let next = elementEnd(in: scalars, from: end + 1)
        {
            end = next
            elements += 1
        }
        return end
    }

    /// A digit, `#` or `*`, maybe the emoji selector, and U+20E3.
    private static func keycapEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start].properties.isEmoji else { return nil }
        var end = start + 1
        if end < scalars.count, scalars[end].value == 0xFE0F { end += 1 }
        return end < scalars.count && scalars[end].value == 0x20E3 ? end + 1 : nil
    }

    /// An emoji with its selector or skin colour, and the tags of a flag of a region.
    private static func elementEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start].value >= 0xA9, scalars[start].properties.isEmoji else { return nil }
        var end = start + 1
        if end < scalars.count, scalars[end].value == 0xFE0F || scalars[end].properties.isEmojiModifier { end += 1 }
        if scalars[start].value == 0x1F3F4 { end = tagEnd(in: scalars, from: end) }
        return end
    }

    /// Two to six tags and the end tag, else nothing.
    private static func tagEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count, end - start < 7, (0xE0020...0xE007E).contains(scalars[end].value) { end += 1 }
        return end > start && end < scalars.count && scalars[end].value == 0xE007F ? end + 1 : start
    }

    /// Some scalars are letters or signs unless a selector or a skin colour says otherwise.
    private static func isShownAsEmoji(_ element: ArraySlice<Unicode.Scalar>) -> Bool {
        element.count > 1 || element.allSatisfy(\.properties.isEmojiPresentation)
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
}
