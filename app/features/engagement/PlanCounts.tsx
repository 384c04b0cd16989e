import { CardGrid } from "~/ui/CardGrid";
import { StatTile } from "~/ui/StatTile";
import type { countPlan } from "./read-staff.server";
import { counted } from "./staff-words";

type PlanCountsProps = { counts: Awaited<ReturnType<typeof countPlan>> };

/** How far a plan has come: what is done of what was planned, and where less say was reached than meant. */
export function PlanCounts({ counts }: PlanCountsProps) {
  const { all, draft, planned, open, done, cancelled, rated, below } = counts;
  return (
    <CardGrid size="stats">
      <StatTile
        number={`${done} of ${all - draft}`}
        label="activities are done"
        note={cancelled > 0 ? `${counted(cancelled, "was", "were")} called off` : undefined}
        icon="leaf"
      />
      <StatTile
        number={open}
        label="are open, or wait to be written up"
        note={`${planned} planned, ${counted(draft, "draft", "drafts")}`}
        icon="sun"
        tone="sun"
      />
      <StatTile
        number={`${below} of ${rated}`}
        label="gave people less say than was planned"
        note="As the lead of each one sees it."
        icon="people"
        tone="blush"
      />
    </CardGrid>
  );
}
