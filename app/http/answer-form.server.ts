import { isForm, readBody } from "./body-limit.server";
import { captureResponse } from "./captured-response.server";
import type { Door } from "./door.server";
import type { Exchange } from "./exchange.server";
import { FORM_TOKEN_FIELD, isFormToken } from "./form-token.server";
import { newLoadContext } from "./load-context";
import { isReadableForm } from "./malformed.server";
import { neutralForm } from "./neutral-request.server";
import { cookieValue, formOrigin } from "./origin-check.server";
import { isUpload, readUpload } from "./uploaded-form.server";

/** Answers a POST: reads its form, makes sure that one of our own pages sent it, and hands both to Remix. */
export async function answerForm(exchange: Exchange, door: Door): Promise<void> {
  const { req, res } = exchange;
  // Never after its body has been read: by then the visitor's work is here and is cheaper to save than to lose.
  if (door.isTooBusy(false)) return exchange.refuseUnread(503);
  const body = await readBody(req, res);
  if (body === "gone") return;
  if (body === "too-large") return exchange.refuseUnread(413);
  const withFile = isUpload(req, exchange.path);
  if (!withFile && !isForm(req, body)) return exchange.refuse(415);
  const form = withFile ? await readUpload(req, body) : readForm(body);
  if (!form) return exchange.refuse(400);
  if (!isFromUs(exchange, door, form)) return exchange.refuse(403);

  const captured = captureResponse(res, {
    whole(answer) {
      captured.release();
      exchange.deliver(answer).catch((error) => door.failed(exchange, error, captured));
    },
    large: () => exchange.deliverLarge(),
  });
  const request = neutralForm(req, body, { origin: door.origin, target: exchange.pageTarget });
  try {
    await door.handle(request, res, newLoadContext(door.contextFacts(exchange)));
  } catch (error) {
    door.failed(exchange, error, captured);
  }
}

const readForm = (body: Buffer) => (isReadableForm(body) ? new URLSearchParams(body.toString()) : null);

function isFromUs({ req }: Exchange, door: Door, form: URLSearchParams | FormData): boolean {
  const origin = formOrigin(req.headers, door.origins());
  if (origin !== "unsaid") return origin === "ours";
  const token = String(form.get(FORM_TOKEN_FIELD) ?? "");
  const holder = door.sessionCookie ? cookieValue(req.headers.cookie, door.sessionCookie) : "";
  return isFormToken(token, door.secret, door.now(), holder);
}
