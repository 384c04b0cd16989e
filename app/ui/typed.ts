/** A form as it was typed: repeated names are lists. */
export type Typed = Record<string, string | string[]>;

/** One thing that has to be put right before, and where. */
export type Lacking = { text: string; href: string };

/** What was typed before, and the messages beside each field; what a refused form comes back with. `lacking` lies on other pages. */
export type Refused = { typed: Typed; fields: Record<string, string[]>; lacking?: Lacking[] };

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
  const here = Object.entries(refused?.fields ?? {}).map(([field, [text = ""]]) => ({
    text,
    href: field ? `#${idOf(field)}` : undefined,
  }));
  return [...(refused?.lacking ?? []), ...here];
}

/** The same for a form whose fields come in this order, from the top down. */
export function inOrder(refused: Refused | undefined, order: readonly string[]) {
  const position = ({ href = "" }: { href?: string }) => order.indexOf(href.slice(1));
  return summaryOf(refused).sort((a, b) => position(a) - position(b));
}
