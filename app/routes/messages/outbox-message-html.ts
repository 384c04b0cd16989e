import type { LoaderFunctionArgs } from "@remix-run/node";
import { isLarge } from "~/platform/formats";
import { inLargePrint } from "~/platform/letter.server";
import { findMessage } from "~/platform/read-messages.server";
import { missing } from "~/routes/form.server";
import { inDemo } from "~/routes/guards.server";

/** The message as an e-mail program gets it, for a frame; its links open in place of the whole page. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await inDemo(args);
  const message = await findMessage(ctx, args.params.id ?? "");
  if (!message?.html) throw missing();
  const html = isLarge(message.formats) ? inLargePrint(message.html) : message.html;
  return new Response(html.replace("<head>", '<head><base target="_top">'), {
    headers: { "Content-Type": "text/html; charset=utf-8", "x-rh-csp": "mail-body" },
  });
}
