import Conversations

/// How a store is opened.
package struct StoreOptions: Sendable {
    package enum Synchronous: String, Sendable {
        case full = "FULL"
        case normal = "NORMAL"
    }

    /// How long a write waits for another writer, in milliseconds.
    package var busyTimeout: Int
    /// NORMAL exists for the test that shows that it loses acknowledged acts on power loss.
    package var synchronous: Synchronous
    /// Who acts.
    package var actor: Actor
    /// For the store's own connections that only read.
    var readOnly = false

    package init(
        busyTimeout: Int = 5000, synchronous: Synchronous = .full, actor: Actor
    ) {
        self.busyTimeout = busyTimeout
        self.synchronous = synchronous
        self.actor = actor
    }
}

/// Who acts: the person of the team that `me` names, and the real user of the operating system.
package struct Actor: Equatable, Sendable {
    package var name: String
    /// `user@host` of the real user id.
    package var osUser: String

    package init(name: String, osUser: String) {
        self.name = name
        self.osUser = osUser
    }
}
