/// A template that was checked against the names of `Model`, and renders any model of that type.
package struct Template<Model>: Sendable {
  private let program: Program
  private let shape: Shape<Model>

  init(program: Program, shape: Shape<Model>) {
    self.program = program
    self.shape = shape
  }

  /// Appends the page for a model, UTF-8, to `page`. Nothing can go wrong here: all was checked when it was compiled.
  package func render(_ model: Model, into page: inout [UInt8]) {
    program.render(.record(shape.record(model)), into: &page)
  }
}
