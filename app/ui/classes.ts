/** Joins the class names that are there, in order; false, null, undefined and "" are left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
