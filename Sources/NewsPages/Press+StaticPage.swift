import ArabicText
import NewsCore

extension Press {
  func staticPage(_ page: StaticPage) -> StaticPageShape {
    let language = page.language ?? site.language
    return StaticPageShape(
      frame: frame(
        title: page.title,
        description: page.description ?? page.title,
        address: page.address,
        crumbs: [homeLink]
      ),
      title: page.title,
      body: page.body,
      language: language,
      direction: TextDirection.of(languageTag: language).rawValue
    )
  }
}
