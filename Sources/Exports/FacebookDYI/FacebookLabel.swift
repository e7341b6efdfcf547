/// What a labelled value is, by its label in the languages that Facebook's download is common in.
enum FacebookLabel {
    case comment, post, author, group, other

    init(_ label: String) {
        let word = label.lowercased()
        self = Self.words.first { $0.labels.contains(word) }?.meaning ?? .other
    }

    private static let words: [(meaning: FacebookLabel, labels: Set<String>)] = [
        (
            .comment,
            [
                "comment", "kommentar", "commentaire", "comentario", "comentário", "commento", "opmerking", "reactie",
                "komentarz", "yorum", "комментарий", "コメント",
            ]
        ),
        (
            .post,
            ["post", "beitrag", "publication", "publicación", "publicação", "bericht", "text", "text of the post"]
        ),
        (.author, ["author", "autor", "autorin", "auteur", "autore", "автор", "yazar"]),
        (.group, ["group", "gruppe", "groupe", "grupo", "gruppo", "groep"]),
    ]
}
