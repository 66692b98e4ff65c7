import NewsCore
import NewsTemplates

extension TemplateError {
  /// The error in the form in which all troubles are reported.
  var diagnostic: Diagnostic {
    Diagnostic(.error, id.rawValue, path: path, line: line, message, fix: fix)
  }
}
