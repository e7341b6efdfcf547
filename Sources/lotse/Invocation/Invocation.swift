import Conversations
import Dashboard
import Foundation
import Runtime
import Screen
import Store

/// Everything that a command works with, out of its options, the settings and the system.
struct Invocation: Sendable {
    let configuration: Runtime.Configuration
    let storePath: String
    let configPath: String
    let paths: Paths
    /// The time at which the command acts.
    let now: Moment
    /// `--now` was given: time stands still.
    let isTimeFixed: Bool
    let actor: Actor
    let color: ColorChoice
    let out: TextOutput
    let err: TextOutput
    let catalogue: Catalogue

    init(_ options: CommonOptions) throws {
        let surroundings = try Surroundings(config: options.config, language: options.lang)
        configuration = surroundings.configuration
        storePath = options.store ?? surroundings.paths.storeFile
        configPath = surroundings.configPath
        paths = surroundings.paths
        catalogue = surroundings.catalogue
        now =
            try options.now.map { text throws(TimeArgumentError) in try TimeArgument.moment(text) }
            ?? Surroundings.clock
        isTimeFixed = options.now != nil
        let user = OSUser()
        actor = Actor(name: configuration.me ?? user.name, osUser: user.description)
        color = options.color
        out = TextOutput.standardOutput(raw: options.raw)
        err = TextOutput.standardError()
    }

    /// - Parameters:
    ///   - creating: makes a store where there is none; only what brings something into it does.
    ///   - busyTimeout: how long a write waits for another writer, in milliseconds. The dashboard waits a frame and
    ///     tries again; a command has time.
    /// - Throws: `StoreError`, `CommandFailure`.
    func openStore(creating: Bool = false, busyTimeout: Int = 30_000) throws -> Store {
        // What cannot be looked at may well be there.
        guard creating || access(storePath, F_OK) == 0 || errno == EACCES else {
            throw CommandFailure(
                Phrase("There is no store at %1. `lotse import FILE` makes one, --store names another.", storePath))
        }
        return try Store.open(storePath, options: StoreOptions(busyTimeout: busyTimeout, actor: actor))
    }

    func say(_ phrase: Phrase) throws {
        try out.line(catalogue.say(phrase))
    }

    /// To standard error; that nobody reads it is no reason to stop.
    func warn(_ phrase: Phrase) {
        try? err.line(catalogue.say(phrase))
    }

    /// A time to come as people write it, relative to the command's clock: `2d`, `tomorrow 9:30`, `fr`, or as for
    /// `--now`.
    func time(_ argument: String) throws -> Moment {
        do {
            if let moment = try TimePhrase.moment(argument, now: now, zoneOffsetAt: Surroundings.zoneOffset) {
                return moment
            }
            throw TimePhraseError.unknown(argument)
        } catch TimePhraseError.unknown {
            return try TimeArgument.moment(argument)
        }
    }
}

extension Invocation {
    /// Whom `me` means in a query, and whose days it counts.
    var queryContext: QueryContext {
        QueryContext(me: actor.name, zoneOffset: Surroundings.zoneOffset(at: now))
    }
}
