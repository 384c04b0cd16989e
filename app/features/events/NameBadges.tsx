import { Tile } from "~/ui/Tile";
import type { Badge } from "./sheets";

/** Name badges to cut out or to tear: big letters, nothing but the name and what it is. */
export function NameBadges({ title, badges }: { title: string; badges: readonly Badge[] }) {
  return (
    <ul className="rh-badges">
      {badges.map(({ key, name }) => (
        <li key={key} className="rh-badge">
          <Tile kind="people" palette="green" tone="light" />
          <p className="rh-badge__name">{name ? <bdi>{name}</bdi> : <span>My name is</span>}</p>
          <p className="rh-badge__event">{title}</p>
        </li>
      ))}
    </ul>
  );
}
