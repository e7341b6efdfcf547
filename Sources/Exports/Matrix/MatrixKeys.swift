// The fields that the reader takes from Element's JSON (`JSONExport.ts`) and from the events of the Matrix
// specification's client-server API in it.

enum MatrixEventKey: Int, JSONKey {
    case id, type, sender, room, time, content, unsigned, stateKey, redacts

    var name: String {
        switch self {
        case .id: "event_id"
        case .room: "room_id"
        case .time: "origin_server_ts"
        case .stateKey: "state_key"
        default: String(describing: self)
        }
    }
}

enum MatrixContentKey: Int, JSONKey {
    case msgtype, body, formatted, filename, relation, newContent, membership, displayname, name, topic, redacts

    var name: String {
        switch self {
        case .formatted: "formatted_body"
        case .relation: "m.relates_to"
        case .newContent: "m.new_content"
        default: String(describing: self)
        }
    }
}

enum MatrixRelationKey: Int, JSONKey {
    case type, target, key, reply, isFallingBack

    var name: String {
        switch self {
        case .type: "rel_type"
        case .target: "event_id"
        case .key: "key"
        case .reply: "m.in_reply_to"
        case .isFallingBack: "is_falling_back"
        }
    }
}

/// What a server adds to an event: what was made of it, what else relates to it.
enum MatrixUnsignedKey: Int, JSONKey {
    case redactedBecause, relations, previous

    var name: String {
        switch self {
        case .redactedBecause: "redacted_because"
        case .relations: "m.relations"
        case .previous: "prev_content"
        }
    }
}

enum MatrixBundleKey: Int, JSONKey {
    case replacement, annotation, thread, chunk, count

    var name: String {
        switch self {
        case .replacement: "m.replace"
        case .annotation: "m.annotation"
        case .thread: "m.thread"
        default: String(describing: self)
        }
    }
}
