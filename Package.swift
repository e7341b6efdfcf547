// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in our own targets; packages we depend on are built as their authors ship them.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-warnings-as-errors"]),
]
let mainActor: [SwiftSetting] = settings + [.defaultIsolation(MainActor.self)]

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
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "Conversations", dependencies: ["CDigest"], swiftSettings: settings),
        .target(name: "Screen", swiftSettings: settings),
        .target(name: "Exports", dependencies: ["CDigest"], swiftSettings: settings),
        .target(
            name: "Store",
            dependencies: [
                "Conversations", "Exports", "CSQLite", "CDigest", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Conversations", "Exports", "Store"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(name: "ConversationsTests", dependencies: ["Conversations"], swiftSettings: settings),
        .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: settings),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Conversations", "Exports", "TestSupport"],
            swiftSettings: settings),
    ]
)
