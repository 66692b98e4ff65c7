/// All the names that one kind of page offers to its template, and how to take their values out of the model.
package struct Shape<Model>: Sendable {
  /// The names, for the checker and for the table of names.
  package let schema: Schema
  private let fill: @Sendable (Model, inout [TemplateValue]) -> Void

  /// Gives a shape of these fields; two fields of one name are a bug.
  package init(_ fields: [Field<Model>]) {
    schema = Schema(fields.map(\.entry))
    fill = { model, values in
      for field in fields { values.append(field.value(model)) }
    }
  }

  private init(schema: Schema, fill: @escaping @Sendable (Model, inout [TemplateValue]) -> Void) {
    self.schema = schema
    self.fill = fill
  }

  /// Gives this shape with the names of a part put beside its own, as every page shares the names of the site's layout.
  ///
  /// `Shape<StoryPage>([…]).including(SiteFrame.shape) { $0.frame }`; the part is taken out of the model once a page.
  package func including<Part>(_ part: Shape<Part>, _ value: @escaping @Sendable (Model) -> Part) -> Shape {
    let own = fill
    let others = part.fill
    return Shape(schema: Schema(schema.entries + part.schema.entries)) { model, values in
      own(model, &values)
      others(value(model), &values)
    }
  }

  /// Takes the values of a model, in the slot order of `schema`.
  package func record(_ model: Model) -> Record {
    var values: [TemplateValue] = []
    values.reserveCapacity(schema.entries.count)
    fill(model, &values)
    return Record(values: values)
  }
}
