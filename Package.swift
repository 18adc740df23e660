// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "transload",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Diagnostics", targets: ["Diagnostics"]),
        .library(name: "YAMLTree", targets: ["YAMLTree"]),
        .library(name: "Eviction", targets: ["Eviction"]),
        .library(name: "ComposeModel", targets: ["ComposeModel"]),
        .library(name: "KubeModel", targets: ["KubeModel"]),
        .library(name: "OrchestrationIR", targets: ["OrchestrationIR"]),
        .library(name: "ProviderMapping", targets: ["ProviderMapping"]),
        .library(name: "RegistrySync", targets: ["RegistrySync"]),
        .library(name: "HelmChart", targets: ["HelmChart"]),
        .library(name: "HelmCryptography", targets: ["HelmCryptography"]),
        .library(name: "NodeRelease", targets: ["NodeRelease"]),
        .library(name: "SwarmNetes", targets: ["SwarmNetes"]),
        .executable(name: "transload", targets: ["transload"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.10.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        // Floor 0
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .target(name: "Diagnostics"),

        // Floor 1
        .target(
            name: "YAMLTree",
            dependencies: [
                "CLibYAML", "Diagnostics", .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            // Rounding calls libm, which a program without Foundation does not link by itself.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),
        .target(name: "Eviction"),
        .target(
            name: "GoTemplate",
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),

        // Floor 2
        .target(
            name: "ComposeModel",
            dependencies: [
                "Diagnostics", "YAMLTree", .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(
            name: "KubeModel",
            dependencies: [
                "Diagnostics", "YAMLTree", .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(
            name: "OrchestrationIR",
            dependencies: ["Diagnostics", .product(name: "OrderedCollections", package: "swift-collections")]
        ),
        .target(
            name: "RegistrySync",
            dependencies: [
                "CSQLite", "Diagnostics", "YAMLTree",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "_NIOFileSystem", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),

        // Floor 3
        .target(
            name: "HelmChart",
            dependencies: [
                "CZlib", "Diagnostics", "YAMLTree", "GoTemplate",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(
            name: "NodeRelease",
            dependencies: [
                "Diagnostics", "YAMLTree", "KubeModel", "Eviction",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(name: "ProviderMapping", dependencies: ["Diagnostics", "YAMLTree", "KubeModel"]),

        // Floor 4
        .target(
            name: "HelmCryptography",
            dependencies: [
                "GoTemplate", "HelmChart",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),
        .target(
            name: "SwarmNetes",
            dependencies: [
                "Diagnostics", "YAMLTree", "ComposeModel", "KubeModel", "OrchestrationIR",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),

        // Floor 6
        .executableTarget(
            name: "transload",
            dependencies: [
                "Diagnostics", "YAMLTree", "Eviction", "ComposeModel", "KubeModel", "OrchestrationIR", "RegistrySync",
                "HelmChart", "HelmCryptography", "NodeRelease", "ProviderMapping", "SwarmNetes",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(
            name: "YAMLTreeTests",
            dependencies: [
                "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .testTarget(
            name: "EvictionTests",
            dependencies: ["Eviction", "TestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "GoTemplateTests", dependencies: ["GoTemplate", "TestSupport"]),
        .testTarget(
            name: "ComposeModelTests",
            dependencies: [
                "ComposeModel", "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "KubeModelTests",
            dependencies: [
                "KubeModel", "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .testTarget(
            name: "OrchestrationIRTests",
            dependencies: [
                "OrchestrationIR", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .testTarget(
            name: "ProviderMappingTests",
            dependencies: ["ProviderMapping", "KubeModel", "YAMLTree", "Diagnostics", "TestSupport"]
        ),
        .testTarget(
            name: "RegistrySyncTests",
            dependencies: [
                "RegistrySync", "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "HelmChartTests",
            dependencies: ["HelmChart", "GoTemplate", "YAMLTree", "Diagnostics", "TestSupport"]
        ),
        .testTarget(
            name: "HelmCryptographyTests",
            dependencies: [
                "HelmCryptography", "HelmChart", "GoTemplate", "TestSupport",
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "NodeReleaseTests",
            dependencies: [
                "NodeRelease", "Eviction", "KubeModel", "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "SwarmNetesTests",
            dependencies: [
                "SwarmNetes", "ComposeModel", "KubeModel", "OrchestrationIR", "YAMLTree", "Diagnostics", "TestSupport",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "TransloadTests",
            dependencies: ["transload", "ComposeModel", "Diagnostics", "YAMLTree", "TestSupport"]
        ),
    ]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ]
}

// The DocC plugin is resolved only by those who build the documentation.
if Context.environment["TRANSLOAD_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
