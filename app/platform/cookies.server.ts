/** The name under which a cookie is set: locked to this host by its prefix where the site is https. */
export function cookieName(origin: string, name: string): string {
  return origin.startsWith("https:") ? `__Host-${name}` : name;
}

/** The value of one of our cookies in a request; empty when it brings none. */
export function cookieIn(request: Request, origin: string, name: string): string {
  const start = `${cookieName(origin, name)}=`;
  const pair = request.headers
    .get("cookie")
    ?.split(";")
    .find((part) => part.trim().startsWith(start));
  return pair?.trim().slice(start.length) ?? "";
}

/** A Set-Cookie line that scripts can't read and other sites' forms don't send; nought seconds takes it away. */
export function cookieLine(origin: string, name: string, value: string, seconds: number): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(origin, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
