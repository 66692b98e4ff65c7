import NewsTemplates

/// What the page for addresses that are not there offers to `not-found.mustache`.
struct NotFoundPage: Sendable {
  var frame: SiteFrame

  static let shape = Shape<NotFoundPage>([]).including(SiteFrame.shape) { $0.frame }
}
