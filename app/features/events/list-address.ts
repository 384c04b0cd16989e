/** How the staff list is narrowed and sorted, as its address says it. */
export type ListChoice = {
  when: "upcoming" | "past";
  state: string;
  neighbourhood: string;
  q: string;
  sort: "when" | "title" | "taken" | "waiting";
  direction: "ascending" | "descending";
};

/** The address of the staff list; what goes without saying is left out. */
export function listAddress(choice: Partial<ListChoice> & { page?: string }): string {
  const usual = { when: "upcoming", sort: "when", page: "1" };
  const direction = choice.when === "past" && (choice.sort ?? "when") === "when" ? "descending" : "ascending";
  const said = Object.entries(choice).filter(
    ([name, value]) => value !== "" && value !== { ...usual, direction }[name],
  );
  return said.length > 0 ? `/manage/events?${new URLSearchParams(said)}` : "/manage/events";
}
