import type { MetaDescriptor } from "@remix-run/node";

type Match = { id: string; data: unknown };

/** What the root's loader says about titles. */
export type TitleFacts = { site: string; errorWord: string; hasRefused: boolean };

/** The page's title, then the site's; "Error: " first when a form came back. For a route's `meta`. */
export function titled(
  { matches }: { matches: readonly Match[] },
  title: string | undefined,
): MetaDescriptor[] {
  const root = matches.find((match) => match.id === "root")?.data as { titles: TitleFacts } | undefined;
  const { site, errorWord, hasRefused } = root?.titles ?? {
    site: "Round Here",
    errorWord: "Error",
    hasRefused: false,
  };
  return [{ title: `${hasRefused ? `${errorWord}: ` : ""}${title ? `${title} – ` : ""}${site}` }];
}
