import Markup
import NewsPages
import NewsTemplates

/// The templates of the preview's own pages: part of the program, the same whatever theme a site has.
enum DeskTheme {
  static let desk = compiled("desk", DeskSheet.shape)
  static let source = compiled("source", SourceSheet.shape)
  static let trouble = compiled("trouble", TroubleSheet.shape)

  private static let names = ["desk", "source", "trouble", "trouble-item"]

  private static func compiled<Model>(_ name: String, _ shape: Shape<Model>) -> Template<Model> {
    var sources: [String: TemplateSource] = [:]
    for name in names {
      let path = "preview/\(name).mustache"
      sources[name] = TemplateSource(path: path, bytes: ThemeFiles.builtIn.bytes(path) ?? [])
    }
    do throws(TemplateErrors) {
      return try TemplateSet(sources).compile(name, for: shape)
    } catch {
      preconditionFailure(error.all.map(\.description).joined(separator: "\n"))
    }
  }
}
