// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "whofunds",
    products: [
        .executable(name: "whofunds", targets: ["whofunds"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // The bundled dossier and the code lists: files embedded by a few lines of C (`#embed`).
        .target(name: "BundledData", path: "Data", exclude: ["central-asia", "codelists.tsv"]),
        // libncursesw, with inline wrappers for the macros that Swift cannot import.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),

        // libxml2's push parser behind a few plain callbacks. Its headers include each other as <libxml/…>, and
        // the folder above is not where compilers look by themselves.
        .target(
            name: "CLibXML2", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
            linkerSettings: [.linkedLibrary("xml2")]),
        // libarchive: gzip and zip.
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),

        // What SQLite is told before it begins, in functions that Swift cannot import.
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

        // The dataset: records, dates, money, index, queries. The only module that imports GRDB.
        .target(
            name: "Model",
            dependencies: [
                "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        // Files in and out.
        .target(
            name: "Formats",
            dependencies: [
                "Model", "BundledData", "CLibXML2", "CArchive", .product(name: "Yams", package: "Yams"),
            ]
        ),
        // Canvas, charts, panes, application state: pure, knows no terminal.
        .target(name: "TUI", dependencies: ["Model"]),
        // Signal handlers in C, which give the terminal back whatever happens.
        .target(name: "CRescue"),
        // What the C library and the kernel can be told about memory.
        .target(name: "CMemory"),
        // Keys in, canvas out. The only module that imports CNcurses.
        .target(name: "Terminal", dependencies: ["CNcurses", "CRescue", "CMemory", "TUI"]),
        // The command line: one file a command.
        .executableTarget(
            name: "whofunds",
            dependencies: [
                "Model", "Formats", "TUI", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Random numbers that come out the same in every run.
        .target(name: "Chance", path: "Tests/Chance"),
        .testTarget(name: "ModelTests", dependencies: ["Model", "Chance", "corpus"]),
        .testTarget(
            name: "FormatsTests", dependencies: ["Formats", "Chance", "CArchive"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "TUITests", dependencies: ["TUI", "Formats", "Chance"],
            resources: [.copy("Fixtures"), .copy("Screens")]),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "whofunds", "Formats", "Model",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Makes up a dataset of any size, to measure and test with; users do not get it.
        .executableTarget(
            name: "corpus",
            dependencies: [
                "Model", "Chance", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Corpus"),
        // Times what a user asks of an index of any size.
        .executableTarget(
            name: "stopwatch",
            dependencies: [
                "Model", "TUI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Stopwatch"),
        // A small program that shows what the terminal told it; only the tests run it.
        .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
        .testTarget(name: "EndToEndTests", dependencies: ["whofunds", "TerminalProbe", "Terminal"]),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzer of the reader, which scripts/fuzz builds. Only what it is to steer through is instrumented: the database,
// which it does not reach, would take longer to build than the rest together.
if Context.environment["WHOFUNDS_FUZZ"] != nil {
    // In one word: of several the last counts.
    let sanitizers = ["-sanitize=fuzzer,address"]
    package.targets.first { $0.name == "Formats" }?.swiftSettings = [.unsafeFlags(sanitizers)]
    package.targets.append(
        .executableTarget(
            name: "reader-fuzzer", dependencies: ["Formats"], path: "Tests/Fuzzing",
            exclude: ["Seeds", "words.txt"],
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=address"])],
            linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]))
}
