import ArabicText
import NewsCore

extension Press {
  var topicsPage: IndexPage {
    let lines = topics.indices.filter { plan.topicTree.hasPage($0) }.map { index in
      IndexLine(
        name: topics[index].name,
        href: href(topicAddress(topics[index])),
        count: storyCount(plan.topicCounts[index]),
        type: type
      )
    }
    return indexPage(lines, title: theme.phrases[.topics], address: topicsAddress)
  }

  var authorsPage: IndexPage {
    let lines = plan.authors.authors.map { author in
      IndexLine(
        name: author.name,
        href: href(authorAddress(author)),
        count: storyCount(author.stories.count),
        type: type
      )
    }
    return indexPage(lines, title: theme.phrases[.authors], address: authorsAddress)
  }

  func storyCount(_ number: Int) -> String { theme.phrases.count(number, .storyCount, digits: site.digits) }

  private func indexPage(_ lines: [IndexLine], title: String, address: String) -> IndexPage {
    IndexPage(
      frame: frame(title: title, description: title, address: address, crumbs: [homeLink]),
      groups: groups(of: lines)
    )
  }

  /// In the order of the language (A-N9), under their first letters; names that only differ in spelling keep the order
  /// that they came in.
  private func groups(of lines: [IndexLine]) -> [IndexGroup] {
    let ignoresAl = site.ignoresAl && site.primaryLanguage == "ar"
    let keyed = lines.enumerated().map { position, line in
      (
        key: collationKey(line.name, ignoringAl: ignoresAl, language: site.language), position: position, line: line,
        letter: letter(of: line.name, ignoringAl: ignoresAl)
      )
    }
    var groups: [IndexGroup] = []
    var places: [String: Int] = [:]
    for entry in keyed.sorted(by: { ($0.key, $0.position) < ($1.key, $1.position) }) {
      if let place = places[entry.letter] {
        groups[place].lines.append(entry.line)
      } else {
        places[entry.letter] = groups.count
        groups.append(IndexGroup(letter: entry.letter, lines: [entry.line]))
      }
    }
    return groups
  }

  /// Persian and Urdu have letters of their own where the search form has the Arabic ones.
  private func letter(of name: String, ignoringAl: Bool) -> String {
    let letter = indexLetter(of: name, ignoringAl: ignoringAl) ?? "#"
    guard ["fa", "ur"].contains(site.primaryLanguage) else { return letter }
    return ["ي": "ی", "ك": "ک", "ه": site.primaryLanguage == "ur" ? "ہ" : "ه"][letter] ?? letter
  }
}
