/// The stylesheet of desk, source page and overlay, served at `/.warraq/desk.css`.
package let deskStyle = ""

/// The script of desk and source page, served at `/.warraq/desk.js`.
package let deskScript = ""
