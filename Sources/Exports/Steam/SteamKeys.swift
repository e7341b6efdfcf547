// The fields that the reader takes of Steam's answer (Steamworks documentation, 'User Reviews - Get List').

enum SteamReviewKey: Int, JSONKey {
    case recommendationid, author, language, review, timestamp_created, timestamp_updated, voted_up, votes_up
    case developer_response, timestamp_dev_responded
}

/// `author` and `query_summary`.
enum SteamPartKey: Int, JSONKey {
    case steamid, personaname, total_reviews
}
