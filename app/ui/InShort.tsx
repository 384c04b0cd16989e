import type { ReactNode } from "react";

type InShortProps = {
  title: string;
  items: readonly ({ key: string; text: ReactNode } | string)[];
  headingLevel?: 2 | 3;
};

/** The two to five things to take away. */
export function InShort({ title, items, headingLevel = 2 }: InShortProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="rh-short">
      <Heading>{title}</Heading>
      <ul>
        {items.map((item) => {
          const { key, text } = typeof item === "string" ? { key: item, text: item } : item;
          return <li key={key}>{text}</li>;
        })}
      </ul>
    </div>
  );
}
