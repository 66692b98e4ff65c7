import Markup
import NewsCore

/// The desk: stories held back, drafts, what is scheduled and when, warnings, topics without stories, the last build.
/// A whole document, served at `/.warraq/desk/`. `basePath` is the site's, without a slash at its end.
package func deskPage(_ state: PreviewState, site: Site, now: Int) -> HTML {
  HTML(joining: [])
}
