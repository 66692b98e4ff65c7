import NewsCore

/// The page of the search and the description by which browsers offer it (OpenSearch).
func planSearchPage() -> [PlannedPage] {
  [
    PlannedPage(path: searchAddress + "index.html", content: .search),
    PlannedPage(path: openSearchAddress, content: .machine(.openSearch)),
  ]
}
