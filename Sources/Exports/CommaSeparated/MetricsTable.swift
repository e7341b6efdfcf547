/// Whether a table counts how posts or accounts fare, as social media suites report it, instead of holding what people
/// wrote: it has two columns that only reports have, or figures and no words.
func isMetricsTable(_ columns: [String]) -> Bool {
    let headers = columns.map(comparableHeader)
    let figures = headers.count { header in reportHeaders.contains(header) || header.hasPrefix("engagementrate") }
    if figures >= 2 { return true }
    guard !headers.contains(where: Role.text.headers.contains) else { return false }
    return figures == 1 || headers.count(where: countHeaders.contains) >= 2
}

/// In `comparableHeader` form, English and German.
private let reportHeaders: Set = [
    "impressions", "reach", "engagement", "engagements", "clicks", "linkclicks", "postlinkclicks", "urlclicks", "ctr",
    "videoviews", "profilevisits", "profileviews", "pageviews", "sessions", "visits", "uniquevisitors", "saves",
    "followers", "newfollowers", "following", "unfollows", "followergrowth", "watchtime", "spend", "cpm", "cpc",
    "accountsreached", "postreach", "organicreach", "paidreach", "organicimpressions", "paidimpressions",
    "impressionen", "reichweite", "interaktionen", "interaktionsrate", "klicks", "linkklicks", "abonnenten",
    "seitenaufrufe", "videoaufrufe", "profilaufrufe", "wiedergabezeit",
]

private let countHeaders: Set = [
    "likes", "comments", "shares", "reactions", "views", "retweets", "replies", "posts", "kommentare", "geteilt",
    "reaktionen", "aufrufe", "beitraege",
]
