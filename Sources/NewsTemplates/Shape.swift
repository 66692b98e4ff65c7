/// All the names that one kind of page offers to its template, and how to take their values out of the model.
public struct Shape<Model>: Sendable {
  /// The names, for the checker and for the table of names.
  public let schema: Schema
  /// Appends the values that are used, and `absent` for the others; the shape's first slot has the number given.
  @usableFromInline let fill: @Sendable (Model, Usage, Int, inout [TemplateValue]) -> Void
  /// The number of a model, if what its values are hangs on that alone as long as a theme is in use.
  @usableFromInline let key: (@Sendable (Model) -> Int?)?

  /// Gives a shape of these fields; two fields of one name are a bug. Where `key` gives numbers, models of one number have
  /// the same values, so that a list shows each of them as it did before; it gives nil for one that is not to be kept.
  ///
  /// It is inlinable, as all here that is called for each page: generic code of another target is slow where it is not
  /// made for its types.
  @inlinable
  public init(_ fields: [Field<Model>], key: (@Sendable (Model) -> Int?)? = nil) {
    schema = Schema(fields.map(\.entry), hasKeys: key != nil)
    self.key = key
    let takes = fields.map(\.value)
    fill = { model, usage, first, values in
      let start = values.count
      values.append(contentsOf: repeatElement(.absent, count: takes.count))
      for used in usage.slots where used.number >= first && used.number < first + takes.count {
        let slot = used.number - first
        values[start + slot] = takes[slot](model, used.below)
      }
    }
  }

  @usableFromInline
  init(schema: Schema, fill: @escaping @Sendable (Model, Usage, Int, inout [TemplateValue]) -> Void) {
    self.schema = schema
    self.fill = fill
    key = nil
  }

  /// Gives this shape with the names of a part put beside its own, as every page shares the names of the site's layout.
  ///
  /// `Shape<StoryPage>([…]).including(SiteFrame.shape) { $0.frame }`; the part is taken out of the model once a page.
  @inlinable
  public func including<Part>(_ part: Shape<Part>, _ value: @escaping @Sendable (Model) -> Part) -> Shape {
    let own = fill
    let others = part.fill
    let (count, more) = (schema.entries.count, part.schema.entries.count)
    return Shape(schema: Schema(schema.entries + part.schema.entries)) { model, usage, first, values in
      own(model, usage, first, &values)
      if usage.uses(first + count..<first + count + more) {
        others(value(model), usage, first + count, &values)
      } else {
        values += repeatElement(.absent, count: more)
      }
    }
  }

  /// Takes the values of a model that are used, in the slot order of `schema`.
  @inlinable
  public func record(_ model: Model, _ usage: Usage) -> Record {
    var values: [TemplateValue] = []
    values.reserveCapacity(schema.entries.count)
    fill(model, usage, 0, &values)
    return Record(values: values)
  }

  /// Takes the values of some names out of a model, all that lies below them included; names that it does not have are
  /// left out.
  public func values(of names: Set<String>, in model: Model) -> [String: TemplateValue] {
    var marks = UsageMarks()
    for (slot, entry) in schema.entries.enumerated() where names.contains(entry.name) {
      marks.markAll([slot], entry.kind)
    }
    let record = record(model, marks.usage)
    var values: [String: TemplateValue] = [:]
    for (slot, entry) in schema.entries.enumerated() where names.contains(entry.name) {
      values[entry.name] = record.values[slot]
    }
    return values
  }
}
