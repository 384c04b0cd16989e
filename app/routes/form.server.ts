import { type AppLoadContext, json } from "@remix-run/node";
import type { Lacking, Refused, Typed } from "~/ui/typed";

/** Reads a posted form. */
export async function typedIn(request: Request): Promise<Typed> {
  const typed: Typed = {};
  for (const [name, value] of await request.formData()) {
    const before = typed[name];
    const text = String(value);
    typed[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text];
  }
  return typed;
}

/**
 * Answers with what was typed and the messages by field; the title then starts with "Error". 422, or 429
 * for someone who tried too often.
 */
export function refuse(
  context: AppLoadContext,
  typed: Typed,
  fields: Record<string, string[]> = {},
  status: 422 | 429 = 422,
) {
  context.hasRefused = true;
  return json<Refused>({ typed, fields }, { status });
}

/** Answers a form that can't be done yet: what is lacking lies on other pages, each with its link. */
export function refuseFor(context: AppLoadContext, lacking: Lacking[], typed: Typed = {}) {
  context.hasRefused = true;
  return json<Refused>({ typed, fields: {}, lacking }, { status: 422 });
}

/** Throw it where something is not there, or may not be seen. */
export function missing(): Response {
  return new Response(null, { status: 404 });
}

/** Throw it where someone may see a thing, and may not do this to it. */
export function forbidden(): Response {
  return new Response(null, { status: 403 });
}
