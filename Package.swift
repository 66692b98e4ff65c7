// swift-tools-version: 6.2
import PackageDescription

/// Every room of the house is one target; a wrong-way import does not compile (see Sources/ARCHITECTURE.md).
///
/// Warnings are errors where the project is tested, and not where a newcomer builds it with a newer compiler.
let strict: [SwiftSetting] =
  Context.environment["WARRAQ_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]

/// Rooms call each other's small functions millions of times: the optimiser sees across their walls.
let fast: [SwiftSetting] = [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

func room(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + fast, plugins: plugins)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: strict
  )
}

let package = Package(
  name: "warraq",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "warraq", targets: ["warraq"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    room("Markup", []),
    room("ArabicText", []),
    room("NewsTemplates", ["Markup", "ArabicText"]),
    room("NewsCore", ["ArabicText", "Yams"]),
    room("NewsImport", ["NewsCore", "ArabicText"]),
    room("NewsRender", ["NewsCore", "ArabicText", "Markup", "CCmark"]),
    room("NewsSearch", ["NewsCore", "ArabicText", "Markup"]),
    room(
      "NewsPages",
      ["NewsCore", "ArabicText", "Markup", "NewsTemplates"],
      plugins: [.plugin(name: "EmbedTemplates")]
    ),
    room(
      "NewsBuild",
      ["NewsCore", "ArabicText", "NewsImport", "NewsRender", "Markup", "NewsTemplates", "NewsPages", "NewsSearch"]
    ),
    room(
      "NewsPublish",
      ["NewsCore", "ArabicText", .product(name: "Subprocess", package: "swift-subprocess")]
    ),
    room(
      "NewsPreview",
      [
        "NewsCore", "ArabicText", "Markup", "NewsTemplates", "NewsImport", "NewsPages", "NewsBuild",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "warraq",
      dependencies: [
        "NewsCore", "ArabicText", "NewsImport", "NewsBuild", "NewsPages", "NewsSearch", "NewsPublish", "NewsPreview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + fast
    ),
    .target(
      name: "TestSupport",
      dependencies: ["NewsBuild", "NewsCore", "NewsImport", "ArabicText"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests(of: "Markup"),
    tests(of: "ArabicText"),
    tests(of: "NewsTemplates", ["Markup"], exclude: ["Specification"]),
    tests(of: "NewsCore", ["ArabicText"]),
    tests(of: "NewsImport", ["NewsCore", "ArabicText", "CCmark"]),
    tests(of: "NewsRender", ["NewsCore", "Markup"]),
    tests(of: "NewsSearch", ["NewsCore", "ArabicText"]),
    tests(of: "NewsPages", ["NewsCore", "ArabicText", "Markup", "NewsTemplates"]),
    tests(of: "NewsBuild", ["NewsCore", "ArabicText"]),
    tests(of: "NewsPublish", ["NewsCore"]),
    tests(of: "NewsPreview", ["NewsCore", "NewsBuild", "Markup"]),
    .executableTarget(
      name: "warraq-bench",
      dependencies: [
        "ArabicText", "CCmark", "Markup", "NewsBuild", "NewsCore", "NewsImport", "NewsSearch", "NewsTemplates",
        "TestSupport",
      ],
      path: "Tests/Benchmarks/WarraqBench",
      swiftSettings: strict
    ),
    .executableTarget(name: "embed-templates", path: "Plugins/embed-templates", swiftSettings: strict),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
  ]
)
