import { SubNav } from "~/ui/SubNav";

const PAGES = {
  years: { href: "/manage/equality", text: "Years" },
  population: { href: "/manage/equality/population", text: "Who lives here" },
  questions: { href: "/manage/equality/questions", text: "What we ask" },
} as const;

/** The staff pages about whom we hear, with the one that is looked at marked. */
export function EqualityNav({ current }: { current: keyof typeof PAGES }) {
  return (
    <SubNav
      label="Who we hear"
      items={Object.entries(PAGES).map(([name, page]) => ({ ...page, current: name === current }))}
    />
  );
}
