import type { CodingProgress, WordView } from "./read-words.server";

type WordViewsProps = { at: string; box: CodingProgress; view: WordView | "second" | "agreement" };

/** The lists in which answers to one question are read, and how alike two people read them. */
export function WordViews({ at, box, view }: WordViewsProps) {
  const { texts, read, danger, sample, second } = box;
  const views = [
    ["unread", `${at}?view=unread`, `To be read (${texts - read})`],
    ["read", `${at}?view=read`, `Read (${read})`],
    ["danger", `${at}?view=danger`, danger > 0 ? `Worrying (${danger} to look at)` : "Worrying"],
    ["second", `${at}/second`, `Second reading (${sample - second} left)`],
    ["agreement", `${at}/agreement`, "Agreement"],
  ] as const;
  return (
    <nav aria-label="Lists of answers" className="rh-no-print">
      <ul className="rh-views">
        {views.map(([key, href, text]) => (
          <li key={key}>
            <a href={href} aria-current={key === view ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
