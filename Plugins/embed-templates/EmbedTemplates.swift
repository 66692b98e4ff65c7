import Foundation

/// Writes a Swift file that holds every file of a folder: `embed-templates FOLDER OUTPUT`.
///
/// Text stands in it as string literals, which cost the compiler nothing; other files as Base64. The folder's `README.md`
/// is for people and stays out.
@main
enum EmbedTemplates {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: "usage: embed-templates FOLDER OUTPUT"])
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true).resolvingSymlinksInPath()
    let entries = try files(in: folder).map { path in
      try entry(path, Data(contentsOf: folder.appendingPathComponent(path)))
    }
    let source = """
      /// The files of `Templates/`, generated at build time.
      let embeddedFiles: [EmbeddedFile] = [
      \(entries.joined(separator: "\n"))
      ]

      """
    try Data(source.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
  }

  private static func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path, isDirectory: &isFolder)
        return !isHidden && !isFolder.boolValue && path != "README.md"
      }
      .sorted()
  }

  private static func entry(_ path: String, _ data: Data) -> String {
    if let text = String(data: data, encoding: .utf8) {
      return "  EmbeddedFile(path: \(literal(path)), content: .text(\(literal(text)))),"
    }
    return "  EmbeddedFile(path: \(literal(path)), content: .base64(\"\(data.base64EncodedString())\")),"
  }

  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        if scalar.value < 0x20 || scalar.properties.generalCategory == .format {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
