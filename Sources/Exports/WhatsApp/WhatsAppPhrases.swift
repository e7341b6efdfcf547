/// What WhatsApp itself writes, in the languages that we know of; in others a notice is taken for a message.
enum WhatsAppPhrases {
    static let edited = [
        "<This message was edited>", "<Diese Nachricht wurde bearbeitet.>", "<Diese Nachricht wurde bearbeitet>",
        "<Se editó este mensaje.>", "<Ce message a été modifié>", "<Questo messaggio è stato modificato>",
        "<Mensagem editada>", "<Dit bericht is bewerkt>",
    ]

    static let attached = [
        "(file attached)", "(Datei angehängt)", "(archivo adjunto)", "(fichier joint)", "(file allegato)",
        "(arquivo anexado)", "(bestand bijgevoegd)",
    ]

    private static let deletions: Set = [
        "This message was deleted", "You deleted this message", "This message was deleted by an admin",
        "Diese Nachricht wurde gelöscht", "Du hast diese Nachricht gelöscht", "Se eliminó este mensaje",
        "Eliminaste este mensaje", "Ce message a été supprimé", "Questo messaggio è stato eliminato",
        "Mensagem apagada", "Dit bericht is verwijderd",
    ]

    private static let encryption = [
        "Messages and calls are end-to-end encrypted", "Messages to this chat and calls are now secured",
        "Messages to this group are now secured", "Messages you send to this",
        "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt",
        "Nachrichten in diesem Chat sowie Anrufe sind jetzt mit",
        "Nachrichten, die du in diese", "Los mensajes y las llamadas están cifrados de extremo a extremo",
        "Les messages et les appels sont chiffrés de bout en bout",
        "I messaggi e le chiamate sono crittografati end-to-end",
        "As mensagens e as ligações são protegidas com a criptografia",
        "Berichten en oproepen zijn end-to-end versleuteld",
    ]

    private static let events = [
        "added ", "created group", "created this group", "removed ", "left", "joined using", "changed the ",
        "changed this group", "changed their phone number", "turned on disappearing", "turned off disappearing",
        "pinned a message", "is now an admin", "are now an admin", "hast die Gruppe", "hat die Gruppe", "hinzugefügt",
        "entfernt", "hat den Betreff", "hat das Gruppenbild", "hat die Gruppenbeschreibung", "ist der Gruppe",
        "ist jetzt ein Admin", "bist jetzt ein Admin", "hat ihre Telefonnummer", "selbstlöschende Nachrichten",
    ]

    private static let filePrefixes = [
        "WhatsApp Chat with ", "WhatsApp Chat - ", "WhatsApp-Chat mit ", "WhatsApp Chat mit ", "Chat de WhatsApp con ",
        "Discussion WhatsApp avec ", "Chat WhatsApp con ", "Conversa do WhatsApp com ", "WhatsApp-chat met ",
    ]

    static func isDeletion(_ text: String) -> Bool {
        deletions.contains(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    static func isEncryptionNotice(_ text: String) -> Bool {
        let text = WhatsAppBody(notice: String(text.prefix(200))).text
        return encryption.contains { text.hasPrefix($0) }
    }

    /// An event that stands under the chat's name, or begins with whom it is about: the member it stands under, or us.
    static func isEvent(_ text: String, chat: String, author: String) -> Bool {
        guard events.contains(where: { text.contains($0) }) else { return false }
        let plain = text.drop { $0 == "~" || $0.isWhitespace }
        return author == chat || [author, "You ", "Du "].contains { plain.hasPrefix($0) || text.hasPrefix($0) }
    }

    /// `Alice changed the subject to "x` opened a quotation that it does not close: no name, but a notice with a colon.
    static func hasOpenQuote(_ name: String) -> Bool {
        if !name.filter({ $0 == "\"" }).count.isMultiple(of: 2) { return true }
        let opened = name.filter { $0 == "“" || $0 == "„" || $0 == "«" }.count
        let closed = name.filter { $0 == "”" || $0 == "»" }.count
        return opened > closed && !name.hasSuffix("“")
    }

    /// The name of the chat, taken out of the file's.
    static func chatName(ofFile stem: String) -> String {
        for prefix in filePrefixes where stem.hasPrefix(prefix) && stem.count > prefix.count {
            return String(stem.dropFirst(prefix.count))
        }
        return stem
    }
}
