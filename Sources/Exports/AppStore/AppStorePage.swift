/// One page of the API. It is held until its end, because the app is named behind the reviews, and because either
/// side of review and response may name the other. Apple's pages have at most 200 reviews.
struct AppStorePage {
    private static let limit = 4096

    private let options: ExportOptions
    private var app: String?
    private var held: [Held] = []
    /// Review of each response, where the review names it.
    private var reviewOfResponse: [String: String] = [:]
    private var resource = JSONFields<AppStoreResourceKey>()
    private var attribute = JSONFields<AppStoreAttributeKey>()
    private var link = JSONFields<AppStoreLinkKey>()

    private struct Held {
        var message: ExportedMessage
        var repairs: Repairs
    }

    init(options: ExportOptions) { self.options = options }

    var isFull: Bool { held.count >= Self.limit }

    mutating func readLinks(_ walker: inout JSONWalker) throws {
        var record = JSONRecord()
        guard case .decoded = try walker.decode(into: &record) else { return }
        link.read(record.root, in: &record)
        for key in [AppStoreLinkKey.own, .first, .next] where app == nil {
            app = record.string(link[key]).flatMap(appStoreApp)
        }
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        resource.read(record.root, in: &record)
        let type = record.string(resource[.type])
        let id = record.identifier(resource[.id])
        let relationships = resource[.relationships]
        attribute.read(resource[.attributes], in: &record)
        switch type {
        case "customerReviews":
            if let response = related(relationships, .response, in: &record), let id { reviewOfResponse[response] = id }
            hold(review(id, in: &record, at: place), record)
        case "customerReviewResponses":
            var message = response(id, in: &record, at: place)
            message.parent = related(relationships, .review, in: &record)
            hold(message, record)
        // What else an answer includes, such as the version of the app.
        default: try yield(.skipped(place, reason: "neither a review nor a response"))
        }
    }

    /// Hands over what is held, now that the page has named its app.
    mutating func flush(_ owners: inout AnnouncedOwners, yield: (ExportEvent) throws -> Void) throws {
        let key = app ?? options.channel ?? options.stem
        let channel = ExportedChannel(platform: "appstore", key: key, name: options.channel ?? key)
        for var entry in held {
            entry.message.channel = channel
            if let id = entry.message.id, entry.message.account?.isOwner == true {
                entry.message.parent = entry.message.parent ?? reviewOfResponse[id]
            }
            try owners.hand(entry.message, repairs: entry.repairs, yield: yield)
        }
        held.removeAll()
        reviewOfResponse.removeAll()
    }

    private mutating func hold(_ message: ExportedMessage, _ record: JSONRecord) {
        held.append(Held(message: message, repairs: record.repairs))
    }

    /// Id of the resource that a relationship names.
    private mutating func related(
        _ relationships: JSONValue?, _ name: AppStoreResourceKey, in record: inout JSONRecord
    ) -> String? {
        resource.read(relationships, in: &record)
        resource.read(resource[name], in: &record)
        resource.read(resource[.data], in: &record)
        return record.identifier(resource[.id])
    }

    private func review(_ id: String?, in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage {
        if id == nil { record.repairs.insert(.unusableID) }
        let name = record.string(attribute[.reviewerNickname]) ?? ""
        let text = reviewText(
            title: record.string(attribute[.title]) ?? "", body: record.string(attribute[.body]) ?? "")
        return ExportedMessage(
            channel: unknownChannel, id: id, account: name.isEmpty ? nil : ExportedAccount(id: nil, name: name),
            time: record.messageTime(attribute[.createdDate]), text: text, status: .published,
            rating: record.integer(attribute[.rating]), place: place)
    }

    private func response(_ id: String?, in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage {
        if id == nil { record.repairs.insert(.unusableID) }
        return ExportedMessage(
            channel: unknownChannel, id: id, account: reviewDeveloper,
            time: record.messageTime(attribute[.lastModifiedDate]),
            text: record.string(attribute[.responseBody]) ?? "", status: status(in: &record), place: place)
    }

    private func status(in record: inout JSONRecord) -> ExportedMessage.Status? {
        switch record.string(attribute[.state]) {
        case "PUBLISHED": .published
        case "PENDING_PUBLISH": .pending
        default: nil
        }
    }

    private var unknownChannel: ExportedChannel { ExportedChannel(platform: "appstore", key: "", name: "") }
}

/// Number of the app in an address of the API, `.../v1/apps/123/customerReviews`; nil: there is none.
func appStoreApp(_ address: String) -> String? {
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    guard let index = parts.firstIndex(of: "apps"), index + 1 < parts.count else { return nil }
    let app = String(parts[index + 1])
    return isSnowflake(app) ? app : nil
}
