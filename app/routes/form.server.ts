import { type AppLoadContext, json, redirect } from "@remix-run/node";
import type { Lacking, Refused, Typed } from "~/ui/typed";

/** Reads a posted form. Files are left out. */
export async function typedIn(request: Request): Promise<Typed> {
  return typedOf(await request.formData());
}

/** Reads a posted form with its file; null when none was chosen. */
export async function uploadIn(
  request: Request,
  name: string,
): Promise<{ typed: Typed; file: Uint8Array | null }> {
  const form = await request.formData();
  const file = form.get(name);
  const bytes = file instanceof Blob && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  return { typed: typedOf(form), file: bytes };
}

function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
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

type Answer = { ok: true } | { ok: false; reason: string; fields?: Record<string, string[]> };

/**
 * What a verb's answer to a form means: on to `to`; the form again, where there is something to say beside
 * its fields; else like missing, or 403. Other reasons are the route's own to tell, before this.
 */
export function follow(context: AppLoadContext, typed: Typed, answer: Answer, to: string) {
  if (answer.ok) return redirect(to, 303);
  if (answer.fields) return refuse(context, typed, answer.fields);
  throw answer.reason === "not_allowed" ? forbidden() : missing();
}

/** Throw it where something is not there, or may not be seen. */
export function missing(): Response {
  return new Response(null, { status: 404 });
}

/** Throw it where someone may see a thing, and may not do this to it. */
export function forbidden(): Response {
  return new Response(null, { status: 403 });
}
