/// All the names that one kind of page offers to its template, and how to take their values out of the model.
public struct Shape<Model>: Sendable {
  /// Appends the values of a model in slot order, those that are not used as `absent`.
  public typealias Filler = @Sendable (Model, inout [TemplateValue]) -> Void

  /// The names, for the checker and for the table of names.
  public let schema: Schema
  /// Makes what takes the values that are used; the shape's first slot has the number given.
  @usableFromInline let filler: @Sendable (Usage, Int) -> Filler
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
    filler = { usage, first in
      var filler: Filler = { _, _ in }
      var next = 0
      for used in usage.slots where used.number >= first && used.number < first + fields.count {
        let slot = used.number - first
        filler = Self.adding(fields[slot].taker(used.below), after: slot - next, to: filler)
        next = slot + 1
      }
      return Self.adding(fields.count - next, to: filler)
    }
  }

  // What takes the values is a chain of closures, each of which holds the one before it and one field: nothing is looked
  // up for a page, and no reference counted that all processors share.
  @inlinable
  static func adding(_ take: @escaping @Sendable (Model) -> TemplateValue, after gap: Int, to filler: @escaping Filler)
    -> Filler
  {
    if gap == 0 {
      return { model, values in
        filler(model, &values)
        values.append(take(model))
      }
    }
    return { model, values in
      filler(model, &values)
      for _ in 0..<gap { values.append(.absent) }
      values.append(take(model))
    }
  }

  @inlinable
  static func adding(_ gap: Int, to filler: @escaping Filler) -> Filler {
    if gap == 0 { return filler }
    return { model, values in
      filler(model, &values)
      for _ in 0..<gap { values.append(.absent) }
    }
  }

  @usableFromInline
  init(schema: Schema, filler: @escaping @Sendable (Usage, Int) -> Filler) {
    self.schema = schema
    self.filler = filler
    key = nil
  }

  /// Gives this shape with the names of a part put beside its own, as every page shares the names of the site's layout.
  ///
  /// `Shape<StoryPage>([…]).including(SiteFrame.shape) { $0.frame }`; the part is taken out of the model once a page.
  @inlinable
  public func including<Part>(_ part: Shape<Part>, _ value: @escaping @Sendable (Model) -> Part) -> Shape {
    let (own, others) = (filler, part.filler)
    let (count, more) = (schema.entries.count, part.schema.entries.count)
    return Shape(schema: Schema(schema.entries + part.schema.entries)) { usage, first in
      let filler = own(usage, first)
      guard usage.uses(first + count..<first + count + more) else { return Self.adding(more, to: filler) }
      let rest = others(usage, first + count)
      return { model, values in
        filler(model, &values)
        rest(value(model), &values)
      }
    }
  }

  /// Makes what takes the values that are used out of a model, in the slot order of `schema`; made once for a template.
  @inlinable
  public func recorder(_ usage: Usage) -> @Sendable (Model) -> Record {
    let (filler, count) = (filler(usage, 0), schema.entries.count)
    return { model in
      var values: [TemplateValue] = []
      values.reserveCapacity(count)
      filler(model, &values)
      return Record(values: values)
    }
  }

  /// Takes the values of some names out of a model, all that lies below them included; names that it does not have are
  /// left out.
  public func values(of names: Set<String>, in model: Model) -> [String: TemplateValue] {
    var marks = UsageMarks()
    for (slot, entry) in schema.entries.enumerated() where names.contains(entry.name) {
      marks.markAll([slot], entry.kind)
    }
    let record = recorder(marks.usage)(model)
    var values: [String: TemplateValue] = [:]
    for (slot, entry) in schema.entries.enumerated() where names.contains(entry.name) {
      values[entry.name] = record.values[slot]
    }
    return values
  }
}
