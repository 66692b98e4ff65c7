import NewsCore

/// Lays out the files of a manifest that are to be sent, under their own names, from the store: what is sent is what was
/// planned, whatever a build does to Output meanwhile. A file whose bytes are not those of its digest is an error: the
/// store has been written into.
func stageFiles(
  _ operations: some Sequence<PublishPlan.Operation>,
  from store: Store,
  in folder: PublishFolder
) throws(FileTrouble) {
  try PublishFolder.removeTree(folder.stage)
  try Files.makeFolders(folder.stage)
  for operation in operations {
    guard case .upload(let path, _, let record) = operation else { continue }
    guard FileStamp(store.path(record.digest))?.size == record.size else {
      throw FileTrouble("publish", "Output/\(path)", reason: "its copy in .warraq/publish/store is gone or damaged")
    }
    try Files.link(store.path(record.digest), to: "\(folder.stage)/\(path)")
  }
}
