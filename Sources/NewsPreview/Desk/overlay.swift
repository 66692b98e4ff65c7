import Markup
import NewsCore

/// What is shown over a page while something is wrong: each diagnostic with its place, excerpt and fix; nil where all is
/// well. A fragment, put by `preview.js` into a shadow root of its own with `preview.css`; served at `/.warraq/overlay`.
package func overlay(_ state: PreviewState, root: String, site: Site) -> HTML? {
  nil
}
