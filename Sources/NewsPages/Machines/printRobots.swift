import NewsCore

extension MachinePress {
  /// robots.txt (RFC 9309). A build with drafts is nobody's business and turns every crawler away.
  func printRobots() -> [UInt8] {
    guard plan.isPublic else { return Array("User-agent: *\nDisallow: \(site.basePath)/\n".utf8) }
    var text = "User-agent: *\nDisallow:\n\n"
    if site.machines.aiCrawlers == .refuse {
      text += trainingCrawlers.map { "User-agent: \($0)\n" }.joined() + "Disallow: \(site.basePath)/\n\n"
    }
    for address in [sitemapIndexAddress, newsSitemapAddress] { text += "Sitemap: \(absolute(address))\n" }
    return Array(text.utf8)
  }
}

/// Crawlers and tokens by which their owners let a site refuse that its text trains models.
private let trainingCrawlers = [
  "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "cohere-ai",
  "Diffbot", "FacebookBot", "Google-Extended", "GPTBot", "ImagesiftBot", "meta-externalagent", "Omgilibot",
  "PerplexityBot", "Timpibot", "YouBot",
]
