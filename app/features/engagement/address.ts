/** What the list of activities is narrowed to. */
export type ListChoice = { neighbourhood?: string; when?: string; page?: number };

/** The address of the list with a choice; what is usual is left out. */
export function activitiesAddress({ neighbourhood, when, page = 1 }: ListChoice): string {
  const query = new URLSearchParams();
  if (neighbourhood) query.set("neighbourhood", neighbourhood);
  if (when === "past") query.set("when", when);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/engagement?${query}` : "/engagement";
}

/** The address of the staff list with a choice; what is empty is left out. */
export function staffAddress(chosen: Readonly<Record<string, string>>): string {
  const given = Object.entries(chosen).filter(
    ([name, value]) => value !== "" && !(name === "page" && value === "1"),
  );
  return given.length > 0 ? `/manage/engagement?${new URLSearchParams(given)}` : "/manage/engagement";
}

/** The address of the outreach log with a choice; what is empty is left out. */
export function outreachAddress({
  page,
  ...chosen
}: {
  neighbourhood: string;
  activity: string;
  page: number;
}) {
  const given = Object.entries(chosen).filter(([, value]) => value !== "");
  if (page > 1) given.push(["page", String(page)]);
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
  return `/manage/engagement/outreach${query}`;
}
