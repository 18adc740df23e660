// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the libraries never resolve what only measurements need.
let package = Package(
    name: "transload-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "transload", path: "../"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "BareLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(
            name: "YAMLWorkloads",
            dependencies: [
                "BareLibYAML",
                .product(name: "Diagnostics", package: "transload"),
                .product(name: "YAMLTree", package: "transload"),
            ]
        ),
        .target(name: "YamsWorkloads", dependencies: ["Yams"]),
        .target(name: "Measuring", dependencies: ["YAMLWorkloads"]),
        .executableTarget(name: "ratios", dependencies: ["Measuring", "YAMLWorkloads"]),
        .executableTarget(
            name: "manifest-ratios",
            dependencies: [
                "Measuring", "YAMLWorkloads",
                .product(name: "Diagnostics", package: "transload"),
                .product(name: "KubeModel", package: "transload"),
            ]
        ),
        .executableTarget(
            name: "eviction-ratios",
            dependencies: [.product(name: "Eviction", package: "transload")]
        ),
        .executableTarget(
            name: "compose-ratios",
            dependencies: ["YAMLWorkloads", .product(name: "ComposeModel", package: "transload")]
        ),
        .executableTarget(name: "yams-rounds", dependencies: ["YAMLWorkloads", "YamsWorkloads"]),
        .executableTarget(
            name: "YAMLBenchmarks",
            dependencies: [
                "YAMLWorkloads", "YamsWorkloads",
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/YAMLBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ]
)
