import NewsBuild
import NewsCore
import TestSupport
import Testing

/// The law of the build: after any edits, an incremental build equals a clean one. `make test` holds it over 500 more
/// sequences with the optimised program.
@Suite struct IncrementalTests {
  @Test(arguments: 1000..<1006 as Range<UInt64>) func anIncrementalBuildEqualsACleanOne(_ seed: UInt64) async throws {
    #expect(try await checkIncremental(seed: seed, edits: 4) == nil)
  }
}
