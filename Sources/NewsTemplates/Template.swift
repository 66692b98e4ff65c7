import Markup

/// A template that was checked against the names of `Model`, and renders any model of that type.
public struct Template<Model>: Sendable {
  @usableFromInline let program: Program
  @usableFromInline let shape: Shape<Model>
  @usableFromInline let record: @Sendable (Model) -> Record

  init(program: Program, shape: Shape<Model>) {
    self.init(program: program, shape: shape, usage: program.usage)
  }

  private init(program: Program, shape: Shape<Model>, usage: Usage) {
    self.program = program
    self.shape = shape
    record = shape.recorder(usage)
  }

  /// Appends the page for a model, UTF-8, to `page`. Nothing can go wrong here: all was checked when it was compiled.
  @inlinable
  public func render(_ model: Model, into page: inout [UInt8]) {
    program.render(.record(record(model)), into: &page)
  }

  /// The page for a model as markup, for templates whose pages are parts of others.
  public func html(_ model: Model) -> HTML {
    var page: [UInt8] = []
    render(model, into: &page)
    return HTML(trusted: page)
  }

  /// This template with the values of some names put in for good: for those that are the same on every page.
  public func folding(_ constants: [String: TemplateValue]) -> Template {
    var slots: [Int: TemplateValue] = [:]
    for (name, value) in constants { shape.schema.slot(of: name).map { slots[$0] = value } }
    return Template(program: program.folding(slots), shape: shape)
  }

  /// This template with the items of lists kept, where they have keys and look the same on every page; those that stand in
  /// `parts` already are shared. The parts must be new where the same key can mean another item.
  public func keepingItems(in parts: inout PartSet) -> Template {
    let (program, usage) = program.parting(shape.schema, into: &parts)
    return Template(program: program, shape: shape, usage: usage)
  }
}
