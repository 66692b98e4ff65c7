import Foundation
import NewsCore

/// One case of `Tests/Golden/Import/roles.txt`: a small article with the role that each line must get.
package struct RoleCase: Sendable, CustomStringConvertible {
  package let name: String
  package var lines: [String] = []
  package var roles: [String] = []

  package var description: String { name }

  /// All cases of the table.
  package static let all: [RoleCase] = {
    guard let text = try? String(contentsOfFile: packageFolder + "/Tests/Golden/Import/roles.txt", encoding: .utf8)
    else {
      return []
    }
    return read(text)
  }()

  /// The cases in the table's text.
  package static func read(_ text: String) -> [RoleCase] {
    var cases: [RoleCase] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("### ") {
        cases.append(RoleCase(name: String(line.dropFirst(4))))
      } else if !cases.isEmpty {
        cases[cases.count - 1].add(line)
      }
    }
    return cases
  }

  private mutating func add(_ line: Substring) {
    guard let bar = line.firstIndex(of: "|") else {
      lines.append("")
      roles.append("blank")
      return
    }
    roles.append(line[..<bar].trimmingCharacters(in: .whitespaces))
    var text = String(line[line.index(after: bar)...].dropFirst())
    for (name, value) in stock { text = text.replacingOccurrences(of: "{\(name)}", with: value) }
    lines.append(text)
  }

  /// The case as a raw article.
  package var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }
}

private let stock = [
  "h": "ثلاث دول تتفق على تقاسم مياه النهر في سنوات الجفاف",
  "s": "اتفاق على تقاسم مياه النهر",
  "p1":
    "أعلنت ثلاث دول متجاورة توقيع اتفاق لتقاسم مياه النهر في سنوات الجفاف، بعد مفاوضات استمرت ستة أعوام وتعثرت أكثر من مرة.",
  "p2":
    "وقال رئيس الوفد المفاوض إن الاتفاق يضمن لكل دولة حصة لا تقل عن ثلث المياه، على أن تراجع الحصص كل خمسة أعوام وفق كمية الأمطار.",
  "p3":
    "ورحبت منظمات المزارعين بالخطوة، لكنها طالبت بنشر بنود الاتفاق كاملة وإشراكها في لجنة المتابعة التي ستجتمع أول مرة الشهر المقبل.",
  "p4":
    "ويرى خبراء أن نجاح الاتفاق مرهون بدقة القياس على ضفتي النهر، إذ لا تملك الدول الثلاث حتى اليوم محطات رصد مشتركة.",
]
