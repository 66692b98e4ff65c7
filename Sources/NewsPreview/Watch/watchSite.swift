/// Tells of changes below Content and Templates of the site in `root`, each burst once, until the one who listens stops.
///
/// Watching has begun when it returns. A folder that is not there yet, or is removed and made again, is watched from when
/// it comes. `polling` looks at the files again and again instead of asking the system to tell, for folders of which the
/// system tells nothing, such as those of other machines.
public func watchSite(_ root: String, polling: Bool) -> SiteWatch {
  SiteWatch { basket in polling ? watchByPolling(root, basket) : watchBySystem(root, basket) }
}
