import type { ReactNode } from "react";

/** Small facts in a row under a heading: a meeting, an item, who leads. */
export function MetaList({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="rh-meta">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
