import CCmark
import Dispatch
import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// CPU seconds that libcmark alone takes to parse and render the bodies of all stories below a folder, one after the
/// other: the floor under any build.
func cmarkSeconds(_ folder: String) throws -> Double {
  let bodies = try walkFolder("", under: folder).files.map { file in
    Array(try splitStoryFile(Files.read("\(folder)/\(file)"), path: file).body.utf8)
  }
  let took = ContinuousClock().measure {
    for body in bodies { withHTML(of: body) { _ in } }
  }
  return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
}

/// What a program would take that did nothing but read the stories below a folder, give their bodies to libcmark and write
/// each into a folder of its own, on all cores: seconds, and seconds of CPU.
func floorSeconds(_ folder: String, out: String) throws -> (wall: Double, cpu: Double) {
  let files = try walkFolder("", under: folder).files
  let start = cpuSeconds()
  let took = ContinuousClock().measure {
    DispatchQueue.concurrentPerform(iterations: (files.count + 63) / 64) { batch in
      for file in files[batch * 64..<min(files.count, batch * 64 + 64)] {
        guard let bytes = try? Files.read("\(folder)/\(file)") else { continue }
        withHTML(of: bytes) { html in
          _ = try? Files.create("\(out)/\(file.dropLast(3))/index.html", Array(html))
        }
      }
    }
  }
  let wall = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  return (wall, cpuSeconds() - start)
}

private func withHTML(of markdown: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
  markdown.withUnsafeBytes { bytes in
    bytes.withMemoryRebound(to: CChar.self) { text in
      guard let document = cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else { return }
      defer { cmark_node_free(document) }
      guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT) else { return }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      body(UnsafeRawBufferPointer(start: html, count: strlen(html)))
    }
  }
}

/// Of this process, the system's part included.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
