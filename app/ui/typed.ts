/** A form as it was typed: repeated names are lists. */
export type Typed = Record<string, string | string[]>;

/** What was typed before, and the messages beside each field; what a refused form comes back with. */
export type Refused = { typed: Typed; fields: Record<string, string[]> };

/** One value of a typed form; `otherwise` when it was not there. */
export function one(typed: Typed, name: string, otherwise = ""): string {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value) ?? otherwise;
}

/** The first message of each field for the summary above a form, each leading to its field. */
export function summaryOf(
  refused: Refused | undefined,
  idOf: (field: string) => string = (field) => field,
): { text: string; href?: string }[] {
  return Object.entries(refused?.fields ?? {}).map(([field, [text = ""]]) => ({
    text,
    href: field ? `#${idOf(field)}` : undefined,
  }));
}
