import { Tag, type TagColour } from "./Tag";

/** `lang` and `dir` where the words are in another language than the page. */
export type TagItem = { text: string; colour?: TagColour; lang?: string; dir?: "ltr" | "rtl" };

/** Several tags as a list; nothing when there are none. */
export function Tags({ items }: { items: readonly TagItem[] }) {
  if (!items.length) return null;
  return (
    <ul className="rh-tags">
      {items.map(({ text, ...tag }) => (
        <li key={text}>
          <Tag {...tag}>{text}</Tag>
        </li>
      ))}
    </ul>
  );
}
