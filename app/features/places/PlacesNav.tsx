import { NotificationBanner } from "~/ui/NotificationBanner";
import { SubNav } from "~/ui/SubNav";
import { DONE_WORDS } from "./staff-words";

const PAGES = [
  ["neighbourhoods", "Neighbourhoods"],
  ["organisations", "Organisations"],
  ["venues", "Venues and hubs"],
  ["services", "Services"],
  ["cohorts", "Cohorts"],
  ["themes", "Themes"],
  ["postcodes", "Postcodes"],
] as const;

/** The lists of the borough's places, above each of them. */
export function PlacesNav({ current }: { current: (typeof PAGES)[number][0] }) {
  const items = PAGES.map(([page, text]) => ({
    href: page === "neighbourhoods" ? "/manage/places" : `/manage/places/${page}`,
    text,
    current: page === current,
  }));
  return <SubNav label="Places" items={items} />;
}

/** What just happened, by a word in the address; unknown ones say nothing. */
export function PlacesDone({ done }: { done: string | null }) {
  const text = DONE_WORDS[done ?? ""];
  return text ? <NotificationBanner success text={text} /> : null;
}
