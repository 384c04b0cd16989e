import { FilterPanel } from "~/ui/FilterPanel";
import { Select } from "~/ui/Select";
import { ACT_WORDS, wordsForAct } from "./act-words";
import type { AuditFilter } from "./schema";

const HERE = "/manage/audit";
const PARTS = ["act", "subject", "account"] as const;

type AuditFiltersProps = { filter: Omit<AuditFilter, "before">; names: Record<string, string> };

/** Narrows the record; the address keeps the choice. Who and what are chosen by their links in the list. */
export function AuditFilters({ filter, names }: AuditFiltersProps) {
  const without = (gone: (typeof PARTS)[number]) => {
    const query = new URLSearchParams();
    for (const part of PARTS) {
      const value = filter[part];
      if (value && part !== gone) query.set(part, value);
    }
    return query.size > 0 ? `${HERE}?${query}` : HERE;
  };
  const [kind = "", id = ""] = filter.subject?.split(":") ?? [];
  const chosen = [
    ...(filter.act ? [{ text: wordsForAct(filter.act), removeHref: without("act") }] : []),
    ...(filter.account
      ? [{ text: `Done by ${names[filter.account] ?? "one account"}`, removeHref: without("account") }]
      : []),
    ...(filter.subject
      ? [
          {
            text: `Done to ${names[id] ?? `${kind.replaceAll("_", " ")} ${id.slice(-6)}`}`,
            removeHref: without("subject"),
          },
        ]
      : []),
  ];
  return (
    <FilterPanel
      title="Show only"
      action={HERE}
      apply="Show these"
      chosenTitle="Showing only"
      chosen={chosen}
      clear={{ href: HERE, text: "Show everything" }}
    >
      {filter.account && <input type="hidden" name="account" value={filter.account} />}
      {filter.subject && <input type="hidden" name="subject" value={filter.subject} />}
      <Select
        name="act"
        label="What was done"
        defaultValue={filter.act ?? ""}
        items={[
          { value: "", text: "Anything" },
          ...Object.entries(ACT_WORDS)
            .sort(([, a], [, b]) => a.localeCompare(b, "en"))
            .map(([value, text]) => ({ value, text })),
        ]}
      />
    </FilterPanel>
  );
}
