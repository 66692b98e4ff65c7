/// Why the system tells no more of what changes.
enum WatchLoss: Error, Sendable, Hashable {
  /// It watches no more folders for this user.
  case limit
  /// A folder that all hangs on was removed or moved.
  case gone(String)
  /// It offers nothing of the kind here.
  case unavailable(String)

  /// For the terminal: what happened, what the preview does instead, and what to do about it.
  var sentence: String {
    switch self {
    case .limit:
      "the system watches no more folders, so files are looked at four times a second; "
        + "`sysctl fs.inotify.max_user_watches=524288` allows more"
    case .gone(let path):
      "\(path) was removed or moved, so files are looked at four times a second; start the preview anew"
    case .unavailable(let reason):
      "the system does not tell of changes (\(reason)), so files are looked at four times a second"
    }
  }
}
