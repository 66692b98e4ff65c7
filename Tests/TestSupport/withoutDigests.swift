/// The text with `assets/site.css` for every `assets/site.3f2a9c1d.css`.
package func withoutDigests(_ text: String) -> String {
  guard text.contains("assets/") else { return text }
  return text.replacing(#/(assets/[^"'\s<>()]*?)\.[0-9a-f]{8}(\.[a-z0-9]+)/#) { "\($0.1)\($0.2)" }
}
