import Markup
import NewsCore

/// The address of the web app manifest.
let manifestAddress = "manifest.webmanifest"

extension MachinePress {
  /// The web app manifest (W3C), so that a reader can put the paper on the home screen.
  func printManifest() -> [UInt8] {
    let home = site.basePath + "/"
    let icons = [(Icon.medium, 192), (Icon.large, 512)].flatMap { name, size in
      ["any", "maskable"].map { purpose in
        JSON.object([
          ("src", .text(home + name)), ("type", .text("image/png")), ("sizes", .text("\(size)x\(size)")),
          ("purpose", .text(purpose)),
        ])
      }
    }
    let manifest = JSON.object([
      ("name", .text(site.title)),
      ("short_name", .text(site.title)),
      ("description", site.description.map(JSON.text)),
      ("lang", .text(site.language)),
      ("dir", .text(siteDirection.rawValue)),
      ("id", .text(home)),
      ("start_url", .text(home)),
      ("scope", .text(home)),
      ("display", .text("minimal-ui")),
      ("background_color", .text("#fbfaf6")),
      ("theme_color", .text("#98281b")),
      ("icons", .list(icons)),
    ])
    return manifest.bytes + [0x0A]
  }
}
