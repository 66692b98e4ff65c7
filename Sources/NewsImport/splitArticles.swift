/// The lines of each article in a file.
func splitArticles(_ lines: [RawLine]) -> [[RawLine]] { [lines] }
