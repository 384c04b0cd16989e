/** A reader was asked for something that must be there and is not; a route lets it become a 404 or a 500. */
export class NotFound extends Error {
  override name = "NotFound";
}
