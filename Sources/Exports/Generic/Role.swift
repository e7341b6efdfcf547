/// What a column of a generic export can mean.
package enum Role: Int, CaseIterable, Sendable {
    case id, author, authorID, handle, time, edited, text, parent, thread, threadTitle, channel, platform
    case likes, shares, rating, status, permalink, language, kind, isBot, isPrivate, attachments

    /// Its name in `--map role=column`, such as `author_id`.
    package var name: String {
        switch self {
        case .authorID: "author_id"
        case .threadTitle: "thread_title"
        case .isBot: "is_bot"
        case .isPrivate: "private"
        default: String(describing: self)
        }
    }

    /// nil: there is no role of that name. `author-id` is taken for `author_id`.
    package init?(name: String) {
        let name = name.replacing("-", with: "_")
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}

extension Role {
    /// Headers that mean this role, English and German, in `comparableHeader` form; the first match in this order
    /// wins, so the specific come before the general.
    var headers: [String] {
        switch self {
        case .id:
            ["id", "messageid", "commentid", "postid", "reviewid", "tweetid", "statusid", "ticketid", "uuid", "guid"]
                + ["nachrichtid", "nachrichtenid", "kommentarid", "beitragid", "beitragsid"]
        case .author:
            ["author", "authorname", "displayname", "autor", "autorin", "verfasser", "verfasserin", "name", "fullname"]
                + ["sender", "sendername", "from", "user", "nickname", "nick", "creator", "postedby", "commenter"]
                + ["reviewer", "customer", "absender", "nutzer", "benutzer", "kunde", "von"]
        case .authorID: ["authorid", "userid", "senderid", "fromid", "accountid", "autorid", "nutzerid", "benutzerid"]
        case .handle: ["handle", "username", "screenname", "login", "acct", "benutzername", "nutzername"]
        case .time: Self.timeHeaders
        case .edited:
            ["editedat", "edited", "updatedat", "updated", "modifiedat", "modified", "lastedited"]
                + ["bearbeitetam", "bearbeitet", "geaendertam", "geaendert"]
        case .text: Self.textHeaders
        case .parent:
            ["replyto", "replytoid", "replytomessageid", "inreplyto", "inreplytoid", "inreplytostatusid", "parentid"]
                + ["parent", "parentcommentid", "antwortauf", "antwortaufid", "bezug"]
        case .thread:
            ["threadid", "thread", "conversationid", "conversation", "topicid", "threadts", "themaid", "diskussion"]
        case .threadTitle:
            ["threadtitle", "topictitle", "conversationtitle", "posttitle", "subject", "topic", "title"]
                + ["betreff", "thema", "titel"]
        case .channel:
            ["channel", "channelname", "room", "group", "forum", "page", "board", "subreddit", "channelid"]
                + ["kanal", "raum", "gruppe", "seite"]
        case .platform: ["platform", "network", "service", "plattform", "netzwerk", "dienst"]
        default: measureHeaders
        }
    }

    private var measureHeaders: [String] {
        switch self {
        case .likes:
            ["likes", "likecount", "likescount", "favoritecount", "favorites", "favourites", "upvotes", "reactions"]
                + ["reactioncount", "score", "gefaelltmir", "herzen"]
        case .shares:
            ["shares", "sharecount", "retweets", "retweetcount", "reposts", "reblogs", "geteilt", "teilungen"]
        case .rating: ["rating", "starrating", "stars", "reviewrating", "bewertung", "sterne"]
        case .status: ["status", "state", "moderationstatus", "zustand", "freigabe"]
        case .permalink: ["permalink", "url", "link", "uri", "href", "adresse"]
        case .language: ["language", "lang", "locale", "sprache"]
        case .kind: ["kind", "type", "messagetype", "art", "typ"]
        case .isBot: ["isbot", "bot"]
        case .isPrivate: ["private", "isprivate", "privat", "vertraulich"]
        case .attachments:
            ["attachments", "files", "media", "images", "anhaenge", "anhang", "dateien", "bilder", "medien"]
        default: []
        }
    }

    private static let timeHeaders =
        ["timestamp", "datetime", "createdat", "createdtime", "createdutc", "publishedat", "postedat", "sentat"]
        + ["submittedat", "created", "published", "postedon", "sent", "time", "date", "ts", "commentdate"]
        + ["messagedate", "reviewdate", "postdate", "zeitpunkt", "zeit", "datum", "erstelltam", "erstellt"]
        + ["veroeffentlichtam", "veroeffentlicht", "gesendet"]

    private static let textHeaders =
        ["text", "fulltext", "messagetext", "commenttext", "reviewtext", "posttext", "message", "body", "content"]
        + ["comment", "review", "post", "nachricht", "nachrichtentext", "kommentartext", "kommentar", "inhalt"]
        + ["beitrag", "mitteilung", "rezension", "bewertungstext"]
}

/// A header without what people vary: case, umlauts, and the marks between words. Everything else stays, so that
/// a header with invisible characters in it does not pass for one without.
func comparableHeader(_ header: String) -> String {
    var out = ""
    for scalar in header.lowercased().unicodeScalars {
        switch scalar {
        case " ", "_", "-", ".", "/", ":", "(", ")", "?": continue
        case "ä": out += "ae"
        case "ö": out += "oe"
        case "ü": out += "ue"
        case "ß": out += "ss"
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out
}
