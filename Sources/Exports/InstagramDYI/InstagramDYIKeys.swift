// The fields that the reader takes of Instagram's 'Download your information' in JSON.

enum InstagramItemKey: Int, JSONKey {
    case media, map

    var name: String { self == .media ? "media_list_data" : "string_map_data" }
}

/// An entry of the map, whose key is in the account's language.
enum InstagramEntryKey: Int, JSONKey {
    case value, timestamp, href, uri
}
