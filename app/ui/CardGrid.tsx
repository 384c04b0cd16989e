import { Children, type ReactNode } from "react";

type CardGridProps = {
  children: ReactNode;
  /** All the same width ("fill"), as wide as the row allows ("fit"), one under the other, or narrow for numbers. */
  size?: "fill" | "fit" | "rows" | "stats";
};

const looks = {
  fill: "rh-grid",
  fit: "rh-grid rh-grid--fit",
  rows: "rh-grid rh-grid--rows",
  stats: "rh-grid rh-grid--stats",
};

/** Cards as a list; each child becomes an item. */
export function CardGrid({ children, size = "fill" }: CardGridProps) {
  return (
    <ul className={looks[size]}>
      {Children.map(children, (child) => child && <li className="rh-grid__item">{child}</li>)}
    </ul>
  );
}
