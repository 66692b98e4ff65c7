package func collationKey(_ text: String) -> String { normalize(text) }
