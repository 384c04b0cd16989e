import { IncomingMessage } from "node:http";

/** What Remix may believe about where a request came to: the configured origin, nothing the visitor wrote. */
export interface NeutralFacts {
  origin: string;
  /** Path without its language, with its query. */
  target: string;
}

const FORWARDED = /^(?:forwarded|x-forwarded-.+|x-original-.+|x-rewrite-url)$/;

/**
 * Makes a page request safe for Remix, in place: host and scheme are the configured ones, every forwarding
 * header is gone, and HEAD becomes GET (Node leaves the body out by itself).
 */
export function neutralisePage(req: IncomingMessage, facts: NeutralFacts): IncomingMessage {
  req.method = "GET";
  delete req.headers.origin;
  neutralise(req, facts);
  return req;
}

/**
 * A form request safe for Remix, with its body, which has been read already. The origin is ours, because the
 * origin check has passed: Remix would compare it with the host once more, and fail on the loopback names.
 */
export function neutralForm(req: IncomingMessage, body: Buffer, facts: NeutralFacts): IncomingMessage {
  const copy = new IncomingMessage(req.socket);
  copy.method = "POST";
  copy.httpVersion = req.httpVersion;
  copy.headers = { ...req.headers, origin: facts.origin, "content-length": String(body.length) };
  copy.headers["content-type"] ??= "application/x-www-form-urlencoded";
  delete copy.headers["transfer-encoding"];
  delete copy.headers.expect;
  neutralise(copy, facts);
  copy.push(body);
  copy.push(null);
  // Otherwise Node takes an unread body for a broken connection and closes it.
  copy.complete = true;
  return copy;
}

function neutralise(req: IncomingMessage, { origin, target }: NeutralFacts): void {
  const { host, protocol } = new URL(origin);
  for (const name of Object.keys(req.headers)) {
    if (FORWARDED.test(name)) delete req.headers[name];
  }
  req.headers.host = host;
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1);
  req.url = target;
}
