const DAY_MS = 86_400_000;
const SECURITY_TXT_DAYS = 180;

/** robots.txt: public pages are open to all; secret links, sign-in and staff pages are not. */
export function robotsTxt(origin: string): string {
  const closed = ["/account", "/manage", "/registrations/", "/sign-in", "/sign-out"];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
  ];
  return `${lines.join("\n")}\n`;
}

/** security.txt as RFC 9116 asks; good for half a year from `now`. `contacts` are mailto, tel or https addresses. */
export function securityTxt(origin: string, contacts: readonly string[], now: Date): string {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const expires = new Date(midnight + SECURITY_TXT_DAYS * DAY_MS);
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${lines.join("\n")}\n`;
}
