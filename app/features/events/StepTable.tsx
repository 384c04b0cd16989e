import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag, type TagColour } from "~/ui/Tag";
import type { listSteps } from "./read-after.server";

type Step = Awaited<ReturnType<typeof listSteps>>[number];

type StepTableProps = { steps: readonly Step[]; today: string; canFinish: boolean };

/** Next steps of an event with who answers for them, how they stand, and how many notes led to each. */
export function StepTable({ steps, today, canFinish }: StepTableProps) {
  return (
    <Table
      caption="Next steps"
      captionHidden
      cards
      rows={steps}
      rowKey={({ step }) => step.id}
      columns={[
        {
          header: "What",
          cell: ({ step }) => (
            <>
              {step.text}
              {(step.outcome ?? step.reason) && (
                <span className="rh-note">{step.outcome ?? step.reason}</span>
              )}
            </>
          ),
        },
        { header: "Who answers for it", cell: ({ step }) => step.ownerRole ?? "Nobody: it can’t be" },
        { header: "By", cell: ({ step }) => (step.dueDay ? day(step.dueDay) : "No day") },
        {
          header: "State",
          cell: ({ step }) => {
            const { text, colour } = stateOf(step, today);
            return <Tag colour={colour}>{text}</Tag>;
          },
        },
        { header: "Notes", numeric: true, cell: ({ notes }) => notes },
        ...(canFinish
          ? [
              {
                header: "Done?",
                cell: ({ step }: Step) =>
                  step.kind === "will" ? (
                    <a href={`/manage/next-steps/${step.id}`}>
                      Say what came of it
                      <span className="govuk-visually-hidden"> ({step.text})</span>
                    </a>
                  ) : step.doneDay ? (
                    day(step.doneDay)
                  ) : (
                    "–"
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

const day = (text: string) => plainDay(new Date(`${text}T12:00:00Z`));

function stateOf(step: Step["step"], today: string): { text: string; colour: TagColour } {
  if (step.kind === "cannot") return { text: "Can’t be", colour: "grey" };
  if (step.kind === "done") {
    const late = step.dueDay !== null && step.doneDay !== null && step.doneDay > step.dueDay;
    return { text: late ? "Done late" : "Done", colour: "green" };
  }
  return step.dueDay !== null && step.dueDay < today
    ? { text: "Overdue", colour: "red" }
    : { text: "To do", colour: "blue" };
}
