/** What a page answers when something can't be had; routes turn each into a status. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The person is known and may not do this. */
export class Forbidden extends Error {
  override name = "Forbidden";
}
