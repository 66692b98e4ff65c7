import ArabicText
import CCmark

/// The blocks of a body, each with the direction in which its text runs: that of the story, or the other one where the
/// block is in another language (A-B4).
struct BlockDirections {
  /// A paragraph, heading, list or quotation.
  struct Block {
    let node: CommonMark.Node
    let type: cmark_node_type
    /// The position of the block around it.
    let parent: Int?
    var tally = DirectionTally()
    var direction: TextDirection
    /// Whether it runs the other way than what is around it.
    var turns = false

    var isLeaf: Bool { type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING }
  }

  /// In the order of the document, so that what holds a block stands before it.
  private(set) var blocks: [Block] = []
  private var open: [Int] = []

  /// Below this number of letters a line is a name, not a language.
  private static let fewestLetters = 20

  init(of document: borrowing CommonMark, base: TextDirection) {
    document.walk { node, type, isEntering in
      switch type {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE:
        if isEntering {
          open.append(blocks.count)
          blocks.append(Block(node: node, type: type, parent: open.dropLast().last, direction: base))
        } else {
          open.removeLast()
        }
      case CMARK_NODE_TEXT:
        if let block = open.last { CommonMark.withLiteral(node) { blocks[block].tally.add($0) } }
      default: break
      }
    }
    for index in blocks.indices.reversed() {
      if let parent = blocks[index].parent { blocks[parent].tally.prepend(blocks[index].tally) }
    }
    for index in blocks.indices { decide(index, base) }
  }

  private mutating func decide(_ index: Int, _ base: TextDirection) {
    let around = blocks[index].parent.map { blocks[$0].direction } ?? base
    let tally = blocks[index].tally
    let isLong =
      blocks[index].type == CMARK_NODE_BLOCK_QUOTE || tally.leftToRight + tally.rightToLeft >= Self.fewestLetters
    blocks[index].turns = isLong && tally.isForeign(to: around)
    blocks[index].direction = blocks[index].turns ? around.opposite : around
  }
}
