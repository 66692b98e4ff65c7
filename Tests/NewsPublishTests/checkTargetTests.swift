import NewsCore
import TestSupport
import Testing

@testable import NewsPublish

@Suite struct CheckTargetTests {
  @Test(arguments: [
    ("/srv/www", true), ("/srv/paper", false), ("/srv/paper/Output", false), ("/srv/paper/Output/a/b", false),
    ("/srv/paper/Content", false), ("/srv/paper/www", true), ("/srv/paper/Outputs", true), ("www", true),
    ("Output", false), ("./Output/../Output", false), ("..", true), (".", false),
    ("/srv/paper/www/../Content/x", false),
  ])
  func aTargetLiesOutsideOfWhatTheSiteIsMadeOf(_ to: String, _ isGood: Bool) {
    let host = WebHost(name: "main", kind: .folder, to: to)
    #expect(checkTarget(host, SiteFolder(root: "/srv/paper")).isEmpty == isGood)
  }

  @Test func onlyTargetsOnThisMachineAreLookedAt() {
    #expect(checkTarget(WebHost(name: "main", kind: .git, to: "."), SiteFolder(root: "/srv/paper")).isEmpty)
  }
}
