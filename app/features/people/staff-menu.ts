/** What else an account sees than every member of staff does. */
export type StaffSees = {
  worksOnNeeds: boolean;
  seesEngagement: boolean;
  keepsCommitments: boolean;
  seesWhoAnswered: boolean;
  judgesWords: boolean;
  seesPeople: boolean;
  keepsData: boolean;
  seesAudit: boolean;
  seesSettings: boolean;
};

type Entry = { page: string; text: string; also?: string; only?: keyof StaffSees };

const MENU: readonly Entry[] = [
  { page: "/manage", text: "What is waiting" },
  { page: "/manage/events", text: "Events", also: "/manage/registrations" },
  { page: "/manage/needs", text: "Needs", only: "worksOnNeeds" },
  { page: "/manage/engagement", text: "Engagement", only: "seesEngagement" },
  { page: "/manage/surveys", text: "Surveys", only: "seesEngagement" },
  { page: "/manage/responses", text: "Answers", also: "/manage/answers" },
  {
    page: "/manage/commitments",
    text: "Commitments",
    also: "/manage/milestones",
    only: "keepsCommitments",
  },
  { page: "/manage/ideas", text: "Ideas", only: "seesEngagement" },
  { page: "/manage/moderation", text: "What people wrote", only: "judgesWords" },
  {
    page: "/manage/options",
    text: "Options and decisions",
    also: "/manage/decisions",
    only: "seesEngagement",
  },
  { page: "/manage/equality", text: "Who we hear", only: "seesWhoAnswered" },
  { page: "/manage/messages", text: "Calls and letters" },
  { page: "/manage/places", text: "Places" },
  { page: "/manage/people", text: "People and roles", only: "seesPeople" },
  { page: "/manage/retention", text: "Deleting", only: "keepsData" },
  { page: "/manage/audit", text: "Audit", only: "seesAudit" },
  { page: "/manage/settings", text: "Settings", only: "seesSettings" },
];

/** The way through the staff pages, for who sees what, with the page they are on marked. */
export function staffMenu(sees: StaffSees, path: string) {
  const isOn = (part: string | undefined) =>
    part !== undefined && (path === part || (part !== "/manage" && path.startsWith(`${part}/`)));
  return MENU.filter(({ only }) => !only || sees[only]).map(({ page, text, also }) => ({
    href: page,
    text,
    current: isOn(page) || isOn(also),
  }));
}
