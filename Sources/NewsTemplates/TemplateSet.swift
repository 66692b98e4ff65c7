import ArabicText

/// The templates of a site by name, each read once; a name is what a partial or parent tag writes, `partials/header`.
///
/// The language is Mustache as its specification 1.4 has it (github.com/mustache/spec), with the optional module
/// inheritance: `{{name}}`, `{{#section}}`, `{{^inverted}}`, `{{>partial}}`, `{{<parent}}` with `{{$block}}`,
/// `{{! comment }}` and `{{=<% %>=}}`. It differs on purpose in this:
///
/// * A template is checked against the names of its page before anything is rendered. A name, partial or block that
///   does not exist is an error, where the specification shows nothing. So is, in an inverted section, a name that
///   belongs to the value that is not there.
/// * Escaping goes by the value: `{{x}}` escapes text and shows HTML as it is. `{{{x}}}` and `{{&x}}` demand HTML;
///   on text they are an error, so no template can show text unescaped.
/// * Only text and HTML can be shown; a flag, a list or a group in `{{x}}` is an error. There are no lambdas.
/// * A section over a flag shows its content without changing what `{{.}}` means.
/// * Partials are put in place when the template is compiled. One that includes itself without end is an error, also
///   where the data would end it.
/// * Indentation given to a partial, parent or block is not put on empty lines.
/// * Inside a parent tag text is ignored, as specified, but a tag outside any block is an error.
/// * Blocks within an argument can be filled by those who inherit the template that the argument is written in, not
///   by the other arguments beside it.
public struct TemplateSet: Sendable {
  let files: [ParsedTemplate]
  private let places: [String: Int]

  /// Reads all sources; what is wrong in them is told by `errors`, and by `compile` for the files a template uses.
  public init(_ sources: [String: TemplateSource]) {
    let sorted = sources.sorted { $0.key < $1.key }
    files = sorted.map { ParsedTemplate($0.value) }
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
  }

  /// The names of all templates, sorted.
  public var names: [String] { places.keys.sorted() }

  /// The mistakes that need no page to be seen, in all files, also in those that no page uses.
  public var errors: [TemplateError] { files.flatMap(\.errors).sorted() }

  /// Checks a template and all it includes against the names of a page, and compiles it.
  ///
  /// - Throws: all the errors found, with the path and line of each.
  public func compile<Model>(_ name: String, for shape: Shape<Model>) throws(TemplateErrors) -> Template<Model> {
    Template(program: try program(name, over: .record(shape.schema)), shape: shape)
  }

  /// Compiles a template over a value of any kind, for data that has no Swift type.
  public func program(_ name: String, over root: ValueKind) throws(TemplateErrors) -> Program {
    guard let place = places[name] else {
      throw TemplateErrors([missing(name)])
    }
    var expander = Expander(templates: self, page: name, root: root)
    expander.expandPage(place)
    guard expander.errors.isEmpty else { throw TemplateErrors(expander.errors) }
    return expander.program
  }

  func place(of name: String) -> Int? { places[name] }

  private func missing(_ name: String) -> TemplateError {
    TemplateError(
      .unknownTemplate,
      path: name,
      line: 1,
      "there is no template «\(excerpt(Array(name.utf8)[...]))»",
      fix: nearestName(to: name, among: names).map { "did you mean «\($0)»?" } ?? "add the template to the site"
    )
  }
}
