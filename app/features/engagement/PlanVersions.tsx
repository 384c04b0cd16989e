import { dayOf } from "~/platform/london";
import { Details } from "~/ui/Details";
import { Timeline } from "~/ui/Timeline";
import type { listPlanVersions } from "./read.server";
import { daysWords, dayWords } from "./staff-words";

type PlanVersionsProps = { versions: Awaited<ReturnType<typeof listPlanVersions>> };

/** Every version of a plan: when, why, and what it said. */
export function PlanVersions({ versions }: PlanVersionsProps) {
  return (
    <>
      <h2>Versions</h2>
      <Timeline
        items={versions.map((one) => ({
          title: `Version ${one.version}`,
          dateTime: one.madeAt.toISOString(),
          date: dayWords(dayOf(one.madeAt)),
          children: (
            <>
              <p>{one.reason || "The first version."}</p>
              <Details summary={`What version ${one.version} says`}>
                <p>
                  {one.title}, {daysWords(one.fromDay, one.toDay)}
                </p>
                <ul className="rh-list">
                  {[...one.objectives, ...one.audiences.map((who) => `For: ${who}`)].map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Details>
            </>
          ),
        }))}
      />
    </>
  );
}
