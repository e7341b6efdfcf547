/// `MembersAdded` as words: 'members added'.
func wordsOfCamelCase(_ name: String) -> String {
    var words = ""
    for character in name {
        if character.isUppercase, !words.isEmpty { words.append(" ") }
        words.append(contentsOf: character.lowercased())
    }
    return words
}
