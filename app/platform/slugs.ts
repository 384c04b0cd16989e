/** Addresses that pages of the site take below a noun's own; no slug may be one of them. */
export const RESERVED_SLUGS: readonly string[] = [
  "new",
  "find",
  "results",
  "paper",
  "map",
  "packs",
  "register",
  "manage",
  "print",
  "import",
];

const LONGEST = 60;

/**
 * A title as the last part of an address: small letters, digits and hyphens, 60 at most, cut at a word.
 * `fallback` stands in for a title without any such letter, and is added to a reserved word.
 */
export function slugOf(title: string, fallback: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  if (slug === "") return fallback;
  return RESERVED_SLUGS.includes(slug) ? `${slug}-${fallback}` : slug;
}

/** The slug itself, or with the first number from 2 on that makes it one that is not taken. */
export async function untaken(slug: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
