import { Tag, type TagColour } from "./Tag";

export type TagItem = { text: string; colour?: TagColour };

/** Several tags as a list; nothing when there are none. */
export function Tags({ items }: { items: readonly TagItem[] }) {
  if (!items.length) return null;
  return (
    <ul className="rh-tags">
      {items.map(({ text, colour }) => (
        <li key={text}>
          <Tag colour={colour}>{text}</Tag>
        </li>
      ))}
    </ul>
  );
}
