import { Children, type ReactNode } from "react";

type CardGridProps = {
  children: ReactNode;
  /** Cards as wide as the row allows ("fit"), all the same width ("fill"), or narrow ones for numbers. */
  size?: "fill" | "fit" | "stats";
};

const looks = { fill: "rh-grid", fit: "rh-grid rh-grid--fit", stats: "rh-grid rh-grid--stats" };

/** Cards as a list; each child becomes an item. */
export function CardGrid({ children, size = "fill" }: CardGridProps) {
  return (
    <ul className={looks[size]}>
      {Children.map(children, (child) => child && <li className="rh-grid__item">{child}</li>)}
    </ul>
  );
}
