import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Notes the number of a running process.
func leaveMark(_ path: String, _ process: Int32) {
  try? Files.replace(path, with: Array("\(process)".utf8), temporary: "\(path).new")
}

/// Waits for a tool that went on when the program that had started it was killed: it ends by itself at the next line that
/// it wants to tell, and until then it may still write to the host. A minute at most: the number may be another
/// program's by now.
func awaitOutlived(_ path: String) async {
  guard let bytes = try? Files.read(path), let process = Int32(String(decoding: bytes, as: UTF8.self)), process > 1
  else {
    return
  }
  for _ in 0..<1200 where kill(process, 0) == 0 { try? await Task.sleep(for: .milliseconds(50)) }
  try? Files.remove(path)
}
