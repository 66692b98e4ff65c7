import CCmark
import NewsCore

/// CPU seconds that libcmark alone takes to parse and render the bodies of all stories below a folder, one after the
/// other: the floor under any build.
func cmarkSeconds(_ folder: String) throws -> Double {
  let bodies = try walkFolder("", under: folder).files.map { file in
    Array(try splitStoryFile(Files.read("\(folder)/\(file)"), path: file).body.utf8)
  }
  let took = ContinuousClock().measure {
    for body in bodies {
      body.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
          guard let document = cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else { return }
          cmark_get_default_mem_allocator().pointee.free(cmark_render_html(document, CMARK_OPT_DEFAULT))
          cmark_node_free(document)
        }
      }
    }
  }
  return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
}
