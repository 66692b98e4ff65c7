import NewsTemplates

/// The templates of the bench: a layout, a story that fills it, and a card.
enum BenchTemplates {
  static let set = TemplateSet([
    "layout": TemplateSource(path: "layout", text: layout), "story": TemplateSource(path: "story", text: story),
    "card": TemplateSource(path: "card", text: card),
  ])

  private static let layout = """
    <!doctype html>
    <html lang="{{language}}" dir="{{direction}}">
    <head>
      <meta charset="utf-8">
      <title>{{title}} – {{site-title}}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="canonical" href="{{address}}">
      <meta property="og:title" content="{{title}}">
      <meta name="description" content="{{deck}}">
      <link rel="stylesheet" href="/assets/site.css">
    </head>
    <body>
      <header><a href="/">{{site-title}}</a></header>
      {{$main}}{{/main}}
      <footer>{{site-title}}</footer>
    </body>
    </html>

    """

  private static let story = """
    {{<layout}}{{$main}}
      <article{{#is-breaking}} class="breaking"{{/is-breaking}}>
        {{#kicker}}
        <p class="kicker">{{.}}</p>
        {{/kicker}}
        <h1>{{title}}</h1>
        <p class="deck">{{deck}}</p>
        <p class="meta">{{byline}} – {{dateline}} – <time datetime="{{published-machine}}">{{published}}</time></p>
        {{#updated}}<p>{{.}}</p>{{/updated}}
        {{#image}}
        <figure><img src="{{file}}" alt="{{alt}}">{{#caption}}<figcaption>{{.}}</figcaption>{{/caption}}</figure>
        {{/image}}
        {{body}}
        <ul class="topics">
          {{#topics}}
          <li><a href="{{address}}">{{name}}</a></li>
          {{/topics}}
        </ul>
      </article>
      <aside>
        {{#cards}}
        {{>card}}
        {{/cards}}
      </aside>
    {{/main}}{{/layout}}

    """

  private static let card = """
    <div class="card">
      <a href="{{address}}"><h2>{{title}}</h2></a>
      <p>{{deck}}</p>
      <time>{{published}}</time>
    </div>

    """
}
