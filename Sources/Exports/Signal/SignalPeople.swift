/// Who and what an export speaks of: recipients (people, groups, oneself) and chats with them.
struct SignalPeople {
    private struct Recipient {
        /// The same in every export: the service's id of a person, a digest; else the export's number.
        var id: String
        var name: String
        var isGroup = false
        var isSelf = false
    }

    private static let limit = 100_000

    private let options: ExportOptions
    private var recipients: [String: Recipient] = [:]
    private var chats: [String: String] = [:]
    /// The name of the exporting account.
    private var ownName = ""
    private var fields = JSONFields<SignalRecipientKey>()
    private var person = JSONFields<SignalPersonKey>()
    private var inner = JSONFields<SignalPersonKey>()
    private var chat = JSONFields<SignalChatKey>()
    private var title = JSONFields<SignalTitleKey>()

    init(options: ExportOptions) { self.options = options }

    /// The exporting account's name; the rest of it are settings and keys.
    mutating func takeAccount(_ value: JSONValue, in record: inout JSONRecord) {
        person.read(value, in: &record)
        ownName = name(person[.ownGiven], person[.ownFamily], in: &record)
    }

    mutating func takeRecipient(_ value: JSONValue, in record: inout JSONRecord) {
        fields.read(value, in: &record)
        guard recipients.count < Self.limit, let number = record.identifier(fields[.id]) else { return }
        if fields[.own] != nil {
            recipients[number] = Recipient(id: "self", name: "", isSelf: true)
        } else if let group = fields[.group] {
            recipients[number] = readGroup(group, number, in: &record)
        } else {
            recipients[number] = contact(number, in: &record)
        }
    }

    mutating func takeChat(_ value: JSONValue, in record: inout JSONRecord) {
        chat.read(value, in: &record)
        guard chats.count < Self.limit, let id = record.identifier(chat[.id]),
            let recipient = record.identifier(chat[.recipientId])
        else { return }
        chats[id] = recipient
    }

    /// The channel of a chat's number in this export.
    func channel(ofChat id: String?) -> ExportedChannel {
        guard let id, let number = chats[id], let recipient = recipients[number] else {
            let name = id.map { "chat \($0)" } ?? options.channel ?? options.stem
            return ExportedChannel(platform: "signal", key: name, name: name, grouping: .byTime)
        }
        let unnamed = recipient.isSelf ? "Note to Self" : "chat \(id)"
        return ExportedChannel(
            platform: "signal", key: recipient.id, name: recipient.name.isEmpty ? unnamed : recipient.name,
            grouping: recipient.isGroup ? .byReply : .byTime)
    }

    /// The account of a recipient's number in this export.
    func account(_ number: String?) -> ExportedAccount? {
        guard let number else { return nil }
        guard let recipient = recipients[number] else { return ExportedAccount(id: "recipient \(number)", name: "") }
        return ExportedAccount(
            id: recipient.id, name: recipient.isSelf ? ownName : recipient.name, isOwner: recipient.isSelf)
    }

    private mutating func contact(_ number: String, in record: inout JSONRecord) -> Recipient {
        person.read(fields[.contact], in: &record)
        inner.read(person[.nickname], in: &record)
        let phone = record.identifier(person[.e164]).map { SignalDigest.id("phone", $0) }
        let names = [
            name(inner[.given], inner[.family], in: &record),
            name(person[.systemGiven], person[.systemFamily], in: &record),
            name(person[.profileGiven], person[.profileFamily], in: &record),
            record.string(person[.username]) ?? "",
        ]
        return Recipient(
            id: record.identifier(person[.aci]) ?? phone ?? "recipient \(number)",
            name: names.first { !$0.isEmpty } ?? "")
    }

    private mutating func readGroup(_ value: JSONValue, _ number: String, in record: inout JSONRecord) -> Recipient {
        person.read(value, in: &record)
        inner.read(person[.snapshot], in: &record)
        // `GroupAttributeBlob`: a text, or an object that holds it.
        title.read(inner[.title], in: &record)
        let name = record.string(inner[.title]) ?? record.string(title[.title]) ?? ""
        let id = record.identifier(person[.masterKey]).map { SignalDigest.id("group", $0) }
        return Recipient(id: id ?? "recipient \(number)", name: name, isGroup: true)
    }

    private func name(_ given: JSONValue?, _ family: JSONValue?, in record: inout JSONRecord) -> String {
        [record.string(given) ?? "", record.string(family) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

enum SignalTitleKey: Int, JSONKey {
    case title
}
