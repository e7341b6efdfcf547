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

    /// - Parameter language: goes before the settings, which go before the locale.
    /// - Throws: `ConfigurationError`.
    init(config: String?, language asked: InterfaceLanguage? = nil) throws(ConfigurationError) {
        paths = Paths.ofProcess()
        configPath = config ?? paths.configFile
        configuration = try Configuration.load(configPath)
        let language = InterfaceLanguage(
            configured: asked?.rawValue ?? configuration.language, environment: ProcessInfo.processInfo.environment)
        catalogue = Surroundings.catalogue(language, paths)
    }

    /// For errors, which may come before the settings are read.
    static var catalogueOfErrors: Catalogue {
        let asked = RawArguments.language(RawArguments.ofProcess)
        let environment = ProcessInfo.processInfo.environment
        return catalogue(InterfaceLanguage(configured: asked, environment: environment), Paths.ofProcess())
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
