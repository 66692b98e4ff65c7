/// A word for the shell of a host at the other end of ssh, which always goes through one: nothing in single quotes means
/// anything but itself (POSIX Shell Command Language, 2.2.2).
func shellQuoted(_ word: String) -> String {
  "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
