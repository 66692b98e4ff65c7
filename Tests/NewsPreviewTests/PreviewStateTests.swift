import NewsPreview
import Testing

@Suite struct PreviewStateTests {
  @Test func beforeTheFirstBuildNothingIsWrong() {
    let state = PreviewState()
    #expect(state.report == nil && state.failure == nil && state.diagnostics.isEmpty)
  }
}
