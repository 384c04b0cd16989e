import { redirect } from "@remix-run/node";

const LONGEST = 500;
/** Printable, without spaces and backslashes; the second character keeps `//host` out. */
const SAME_SITE = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/;

/** The path when it leads to a page of ours, else `otherwise`. Nothing typed by anyone is followed without this. */
export function safePath(to: string | null | undefined, otherwise = "/"): string {
  if (!to || to.length > LONGEST || !SAME_SITE.test(to)) return otherwise;
  // Dot segments and the like may not turn a path into another site either.
  const url = new URL(to, "http://ours.invalid");
  if (url.host !== "ours.invalid" || url.pathname.startsWith("//")) return otherwise;
  return url.pathname + url.search + url.hash;
}

/** Goes on to a page of ours with 303, setting cookies on the way. */
export function safeRedirect(to: string | null | undefined, otherwise = "/", ...cookies: string[]): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(safePath(to, otherwise), { status: 303, headers });
}
