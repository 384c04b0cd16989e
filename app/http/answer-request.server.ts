import { answerForm } from "./answer-form.server";
import { answerPage } from "./answer-page.server";
import type { Door } from "./door.server";
import type { Exchange } from "./exchange.server";
import { splitLocale } from "./locale-prefix";
import { readAddress } from "./malformed.server";
import { robotsTxt, securityTxt } from "./well-known.server";

const METHODS = ["GET", "HEAD", "POST"];
const TEXT = "text/plain; charset=utf-8";

/** Answers any request that memory could not: refuses it, or finds who answers it. */
export async function answerRequest(exchange: Exchange, door: Door): Promise<void> {
  const { req, method } = exchange;
  const refusal = readTarget(exchange);
  if (!METHODS.includes(method)) return exchange.refuse(405, [["Allow", METHODS.join(", ")]]);
  if (refusal) return exchange.refuse(refusal);
  if (req.httpVersion === "1.1" && req.headers.host === undefined) return exchange.refuse(400);
  if (method !== "POST" && (await answerOwn(exchange, door))) return;

  const prefixed = splitLocale(exchange.rawPath, door.locales);
  const query = exchange.query === "" ? "" : `?${exchange.query}`;
  if (prefixed.kind === "moved") return exchange.move(prefixed.to + query);
  exchange.locale = prefixed.locale;
  exchange.path = decodeURIComponent(prefixed.path);
  exchange.pageTarget = prefixed.path + query;
  if (isForScripts(exchange)) return exchange.refuse(404);
  return method === "POST" ? answerForm(exchange, door) : answerPage(exchange, door);
}

function readTarget(exchange: Exchange): 400 | 414 | undefined {
  const address = readAddress(exchange.target);
  if (typeof address === "number") return address;
  exchange.rawPath = address.path;
  exchange.path = address.decodedPath;
  exchange.query = address.query;
  return undefined;
}

/** The addresses that the front door answers by itself. */
async function answerOwn(exchange: Exchange, door: Door): Promise<boolean> {
  switch (exchange.rawPath) {
    case "/healthz":
      exchange.send(200, TEXT, "ok\n");
      return true;
    case "/readyz": {
      const { ok, reasons } = await door.readiness();
      exchange.send(ok ? 200 : 503, "application/json; charset=utf-8", JSON.stringify({ ok, reasons }));
      return true;
    }
    case "/robots.txt":
      exchange.send(200, TEXT, robotsTxt(door.origin));
      return true;
    case "/.well-known/security.txt":
      exchange.send(200, TEXT, securityTxt(door.origin, door.securityContacts, door.now()));
      return true;
    default:
      return false;
  }
}

/** Remix's data addresses for scripts in the browser. No page of ours hydrates, so nobody needs them. */
function isForScripts({ path, query }: Exchange): boolean {
  if (path.endsWith(".data") || path === "/__manifest") return true;
  const names = new URLSearchParams(query);
  return names.has("_data") || names.has("_routes");
}
