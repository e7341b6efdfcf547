import Conversations
import Dashboard
import Foundation
import Runtime
import Screen
import Store

/// What the system and the settings say before a command begins.
struct Surroundings {
    let paths: Paths
    let configPath: String
    let configuration: Runtime.Configuration
    let catalogue: Catalogue

    /// - Throws: `ConfigurationError`.
    init(config: String?) throws(ConfigurationError) {
        paths = Paths.ofProcess()
        configPath = config ?? paths.configFile
        configuration = try Configuration.load(configPath)
        let language = InterfaceLanguage(
            configured: configuration.language, environment: ProcessInfo.processInfo.environment)
        catalogue = Surroundings.catalogue(language, paths)
    }

    /// For errors that come before the settings are read.
    static var catalogueOfLocale: Catalogue {
        catalogue(
            InterfaceLanguage(configured: nil, environment: ProcessInfo.processInfo.environment), Paths.ofProcess())
    }

    /// A language whose catalogue is not installed is English.
    private static func catalogue(_ language: InterfaceLanguage, _ paths: Paths) -> Catalogue {
        guard let file = paths.catalogue(language.rawValue), let bytes = FileManager.default.contents(atPath: file),
            let catalogue = try? Catalogue(po: String(decoding: bytes, as: UTF8.self), language: language.rawValue)
        else { return .english }
        return catalogue
    }

    /// The system's clock, in milliseconds.
    static var clock: Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// Seconds east of UTC on this machine at a moment.
    static func zoneOffset(at moment: Moment) -> Int {
        TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }
}
