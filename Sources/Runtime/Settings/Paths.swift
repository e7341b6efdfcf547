import CProcess
import Foundation

/// Where lotse keeps and finds its files (XDG Base Directory Specification 0.8). Nothing is made or opened here.
nonisolated package struct Paths: Equatable, Sendable {
    /// `config.toml`.
    package let configFile: String
    /// Folder of the person's settings, themes and templates.
    package let configFolder: String
    /// The store's file.
    package let storeFile: String
    /// Folder for logs and what else may be lost.
    package let stateFolder: String

    /// `$LOTSE_DATA`.
    let givenDataFolder: String?
    let executable: String?

    /// - Parameters:
    ///   - environment: The process's variables. Empty ones, and relative ones of XDG, count as unset.
    ///   - executable: Absolute path of the running program, symbolic links resolved; nil: unknown.
    ///   - accountHome: The home folder for when `$HOME` is unset.
    package init(environment: [String: String], executable: String?, accountHome: String? = nil) {
        let home = Self.absolute(environment["HOME"]) ?? Self.absolute(accountHome) ?? "/"
        let folder = { (variable: String, standard: String) in
            Self.joined(Self.absolute(environment[variable]) ?? Self.joined(home, standard), "lotse")
        }
        configFolder = folder("XDG_CONFIG_HOME", ".config")
        configFile = Self.joined(configFolder, "config.toml")
        stateFolder = folder("XDG_STATE_HOME", ".local/state")
        storeFile =
            Self.given(environment["LOTSE_STORE"]) ?? Self.joined(folder("XDG_DATA_HOME", ".local/share"), "store.db")
        givenDataFolder = Self.given(environment["LOTSE_DATA"])
        self.executable = Self.absolute(executable)
    }

    /// The paths of this process.
    package static func ofProcess() -> Paths {
        let environment = ProcessInfo.processInfo.environment
        let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return Paths(
            environment: environment, executable: executable ?? executableWithoutProc, accountHome: OSUser().home)
    }

    /// The running program by the path that started it, for a chroot without `/proc`.
    static var executableWithoutProc: String? {
        guard let path = process_path(), let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a text may be the name of a theme, a language or a template: what is no path and not hidden.
    package static func isName(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 64, !name.hasPrefix(".") else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            scalar != "/" && scalar != "\\" && scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format
        }
    }

    static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The folder that a file or folder is in; nil: it is the root.
    static func parent(_ path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func given(_ value: String?) -> String? {
        value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The specification ignores paths that are not absolute.
    private static func absolute(_ value: String?) -> String? {
        value.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
