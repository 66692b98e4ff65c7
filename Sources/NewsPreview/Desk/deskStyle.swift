import NewsPages

/// The stylesheet of desk, source page and overlay, served at `/.warraq/desk.css`.
public let deskStyle = String(decoding: ThemeFiles.builtIn.bytes("preview/desk.css") ?? [], as: UTF8.self)

/// The script of desk and source page, served at `/.warraq/desk.js`: they need none.
public let deskScript = ""
