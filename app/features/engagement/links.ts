import type { Missing } from "./gate";

/** Where a missing thing is put right: the page of its part, at its field. */
export function placeOf(slug: string, { part, field }: Missing): string {
  if (part === "settings") return `/manage/engagement/settings#${field}`;
  return part === "open" ? `/manage/engagement/${slug}/open` : `/manage/engagement/${slug}/${part}#${field}`;
}

/** What is missing as a summary of errors, each thing with the link to where it is put right. */
export function missingErrors(slug: string, missing: readonly Missing[]) {
  return missing.map((one) => ({ text: one.text, href: placeOf(slug, one) }));
}
