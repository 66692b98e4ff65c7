import NewsCore

extension Press {
  /// Plain links that share a story by its short address where it has one.
  func shareLinks(title: String, address: String) -> [Link] {
    let url = percentEncoded("\(site.baseURL)/\(percentEncoded(address))")
    let text = percentEncoded(title)
    return site.share.map { target in
      switch target {
      case .whatsapp:
        Link(text: theme.phrases[.shareWhatsapp], href: "https://wa.me/?text=\(text)%20\(url)")
      case .telegram:
        Link(text: theme.phrases[.shareTelegram], href: "https://t.me/share/url?url=\(url)&text=\(text)")
      case .x: Link(text: theme.phrases[.shareX], href: "https://x.com/intent/post?url=\(url)&text=\(text)")
      case .facebook:
        Link(text: theme.phrases[.shareFacebook], href: "https://www.facebook.com/sharer/sharer.php?u=\(url)")
      case .mail: Link(text: theme.phrases[.shareMail], href: "mailto:?subject=\(text)&body=\(url)")
      }
    }
  }
}
