import Foundation
import Screen

/// A theme that can be chosen, and where it is from.
nonisolated package struct ShelvedTheme: Equatable, Sendable {
    /// As `theme = "…"` and `:theme` name it.
    package var name: String
    /// nil: it is compiled in.
    package var path: String?
}

nonisolated extension Paths {
    /// All themes that can be chosen, by name; of several files of a name the one that counts.
    package func themes() -> [ShelvedTheme] {
        var paths: [String: String] = [:]
        for folder in dataFolders().reversed() {
            let place = folder.place(of: "themes")
            let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
            for file in files where file.hasSuffix(".toml") && Self.isName(String(file.dropLast(5))) {
                paths[String(file.dropLast(5))] = Self.joined(place, file)
            }
        }
        let names = Set(paths.keys).union(ThemeFile.compiledIn.keys)
        return names.sorted().map { ShelvedTheme(name: $0, path: paths[$0]) }
    }
}

nonisolated extension Theme {
    /// The greatest depth whose colours the theme uses; `mono`: it has none.
    package var usedDepth: ColorDepth {
        styles.values.flatMap { [$0.foreground, $0.background] }.map(\.depth).max { $0.rank < $1.rank } ?? .mono
    }
}

nonisolated extension Color {
    fileprivate var depth: ColorDepth {
        switch self {
        case .standard: .mono
        case .ansi: .sixteen
        case .indexed: .palette
        case .rgb: .rgb
        }
    }
}

nonisolated extension ColorDepth {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
