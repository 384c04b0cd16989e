import type { ThemePlace } from "./ThemeWhere";

type Came = { neighbourhood: { slug: string; name: string } | null };

/** Where a theme came up, from events with their notes and surveys: a row a neighbourhood, the most notes first. */
export function placesOf(
  events: readonly (Came & { notes: number })[],
  surveys: readonly (Came & { slug: string })[],
): ThemePlace[] {
  const found = new Map<string, ThemePlace>();
  const at = ({ neighbourhood }: Came): ThemePlace => {
    const key = neighbourhood?.slug ?? "";
    const place = found.get(key) ?? { neighbourhood, events: 0, notes: 0, surveys: 0 };
    found.set(key, place);
    return place;
  };
  for (const event of events) {
    const place = at(event);
    place.events += 1;
    place.notes += event.notes;
  }
  const once = new Map(surveys.map((survey) => [survey.slug, survey]));
  for (const survey of once.values()) at(survey).surveys += 1;
  return [...found.values()].sort((a, b) => b.notes - a.notes || b.surveys - a.surveys);
}
