import { SubNav } from "~/ui/SubNav";

type ModerationNavProps = { on: string; counts: { waiting: number; appeals: number } };

/** The lists of what people wrote that staff look after. */
export function ModerationNav({ on, counts }: ModerationNavProps) {
  const items = [
    { href: "/manage/moderation", text: `Waiting (${counts.waiting})`, view: "waiting" },
    { href: "/manage/moderation?view=appeals", text: `Appeals (${counts.appeals})`, view: "appeals" },
    { href: "/manage/moderation?view=removed", text: "Removed", view: "removed" },
    { href: "/manage/moderation/quarantine", text: "Quarantine", view: "quarantine" },
    { href: "/manage/moderation/rota", text: "Safeguarding rota", view: "rota" },
  ];
  return (
    <SubNav
      label="Moderation"
      items={items.map(({ view, ...item }) => ({ ...item, current: view === on }))}
    />
  );
}
