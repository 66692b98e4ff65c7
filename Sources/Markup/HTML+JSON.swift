extension HTML {
  /// Gives a data block of JSON-LD, `<script type="application/ld+json">`: the only way in which data gets into a script
  /// element. The writer of JSON leaves no `<` in it, so no text can end the element. It is data and never runs, so a
  /// content security policy without inline scripts lets it pass.
  public init(jsonScript json: JSON) {
    var bytes = Array("<script type=\"application/ld+json\">".utf8)
    json.write(to: &bytes)
    bytes.append(contentsOf: "</script>".utf8)
    self.init(trusted: bytes)
  }
}
