// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in our own targets; packages we depend on are built as their authors ship them.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-warnings-as-errors"]),
]
let mainActor: [SwiftSetting] = settings + [.defaultIsolation(MainActor.self)]
let cSettings: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]

let package = Package(
    name: "lotse",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CDigest", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CSignals"),
        .target(
            name: "CNcurses", cSettings: cSettings,
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CGuard", cSettings: cSettings),
        .target(name: "CProcess", cSettings: cSettings),
        .target(name: "Conversations", dependencies: ["CDigest", "CPCRE2"], swiftSettings: settings),
        .target(name: "Screen", exclude: ["Catalogues"], swiftSettings: settings),
        .target(
            name: "Exports", dependencies: ["CDigest", "CSQLite", "CArchive", "CZlib", "CMime"],
            swiftSettings: settings),
        .target(
            name: "Store",
            dependencies: [
                "Conversations", "Exports", "CDigest", "CSQLite", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "Dashboard", dependencies: ["Conversations", "Screen"], swiftSettings: settings),
        .target(name: "Panes", dependencies: ["Dashboard", "Conversations", "Screen"], swiftSettings: settings),
        .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CGuard"], swiftSettings: mainActor),
        .target(
            name: "Runtime",
            dependencies: [
                "Conversations", "Exports", "Store", "Screen", "Dashboard", "Panes", "CSignals", "CDigest",
                "CProcess",
                .product(name: "Logging", package: "swift-log"), "TOMLKit",
            ],
            swiftSettings: mainActor),
        .executableTarget(
            name: "lotse",
            dependencies: [
                "Runtime", "Terminal", "Dashboard", "Conversations", "Screen", "Store", "Exports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Demo", "lotse.docc"],
            // Not isolated by default: the argument parser's protocols cannot be conformed to on an actor.
            swiftSettings: settings),
        .systemLibrary(
            name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
        .target(
            name: "TestSupport", dependencies: ["Conversations", "Exports", "Store", "CSQLite"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        .target(
            name: "Pseudoterminals", dependencies: ["CVTerm"], path: "Tests/Pseudoterminals", swiftSettings: settings),
        .executableTarget(
            name: "terminaldemo", dependencies: ["Terminal", "Screen"], path: "Tests/terminaldemo",
            swiftSettings: mainActor),
        .testTarget(
            name: "ConversationsTests", dependencies: ["Conversations", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ExportsTests", dependencies: ["Exports", "CArchive", "CZlib", "CMime"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Conversations", "Exports", "TestSupport", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "DashboardSupport", dependencies: ["Dashboard", "Conversations", "Screen"],
            path: "Tests/DashboardSupport", swiftSettings: settings),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["DashboardSupport", "Dashboard", "Conversations", "Screen", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PanesTests",
            dependencies: ["DashboardSupport", "Runtime", "Panes", "Dashboard", "Conversations", "Screen"],
            exclude: ["Screens"], swiftSettings: settings),
        .testTarget(
            name: "RuntimeTests",
            dependencies: ["Runtime", "Store", "Dashboard", "Conversations", "Exports", "Screen", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "LotseTests", dependencies: ["lotse"], swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Pseudoterminals", "TestSupport", "Dashboard", "lotse"],
            swiftSettings: settings),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Terminal", "Screen", "Pseudoterminals", "terminaldemo", "TestSupport"],
            swiftSettings: settings),
    ]
)
