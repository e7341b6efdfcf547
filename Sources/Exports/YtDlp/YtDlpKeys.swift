// The fields that the reader takes of yt-dlp's `.info.json` ('comments' in `yt_dlp/extractor/common.py`).

enum YtDlpCommentKey: Int, JSONKey {
    case id, parent, text, html, timestamp, likes, author, authorID, isUploader

    var name: String {
        switch self {
        case .likes: "like_count"
        case .authorID: "author_id"
        case .isUploader: "author_is_uploader"
        default: String(describing: self)
        }
    }
}
