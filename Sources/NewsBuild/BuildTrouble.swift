import NewsCore

/// Why a build stopped before it wrote anything more: the site's owner or the operator has to act.
public enum BuildTrouble: Error, Sendable {
  /// Settings or templates are wrong; nothing was written.
  case settings([Diagnostic])
  /// The system would not read or write; what was there stays.
  case environment(FileTrouble)
}

/// Runs a step whose file trouble ends the build.
func orStop<Value>(_ step: () throws(FileTrouble) -> Value) throws(BuildTrouble) -> Value {
  do { return try step() } catch { throw .environment(error) }
}
