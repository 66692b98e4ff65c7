import ArabicText

/// Words of no meaning of their own: the index has them from titles and summaries alone, and a query may miss them.
enum StopWords {
  static func contains(_ normal: [UInt8]) -> Bool { normal.count <= 10 && words.contains(normal) }

  private static let words = Set(
    """
    في من على إلى عن مع أن إن ان كان كانت هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كما بعد قبل بين كل أو أي ثم هو \
    هي هم حتى عند منذ خلال حول أمام دون غير بأن وأن ولا وقد وفي ومن وما وهو وهي فيه فيها منه منها عليه عليها له لها به بها \
    لهم إنه أنه أنها إلا إذا لكن ولكن حيث أيضا ضد نحو لدى يا \
    از که را با به در این آن است برای هم یک شد شده می ها تا بود های خود کرد \
    کے کی کا میں سے ہے کو نے پر اور یہ ہیں کہ اس وہ تھا ایک \
    של את על עם לא זה כי גם הוא היא אל או אם כל יש מה אני \
    the of and to in a is for on that with as by at it from was are be this an or not has have he she they its were
    """.split(separator: " ").map { Array(normalize($0).utf8) }
  )
}
