import NewsCore

extension Press {
  /// Prints the page that leads from another address to a story.
  public func printRedirect(_ redirect: Redirect) -> [UInt8] {
    theme.redirect.render(redirectPage(redirect), reserving: 2048)
  }

  func redirectPage(_ redirect: Redirect) -> RedirectPage {
    let title = plan.stories.title(redirect.story)
    let address = plan.stories.address(redirect.story)
    return RedirectPage(
      frame: frame(title: title, description: plan.stories.summary(redirect.story), address: address),
      title: title,
      headline: storyLink(redirect.story).words,
      target: href(percentEncoded(address))
    )
  }

  /// The file `_redirects` that several hosts read: one `from to 301` a line.
  func redirectList(_ redirects: [Redirect]) -> [UInt8] {
    let lines = redirects.map { redirect in
      let target = plan.stories.address(redirect.story)
      return "\(href(percentEncoded(redirect.address))) \(href(percentEncoded(target))) 301\n"
    }
    return Array(lines.joined().utf8)
  }
}
