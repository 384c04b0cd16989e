import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import type { ReminderTask } from "./read-staff.server";
import type { Reminder } from "./reminders";
import { inShort } from "./shown";

const MOMENTS: Readonly<Record<Reminder, string>> = {
  before: "It is due within a week",
  due: "It is due today",
  overdue: "It is overdue",
};

/** Owners without an address, whom somebody has to remind by hand. `token` is the form token of the page. */
export function CommitmentTasks({ tasks, token }: { tasks: readonly ReminderTask[]; token: ReactNode }) {
  return (
    <Table
      caption={`Owners to remind: ${tasks.length}`}
      cards
      rows={tasks}
      rowKey={({ number, moment }) => `${number} ${moment}`}
      columns={[
        {
          header: "Owner",
          cell: ({ role, organisation }) => `${role}, ${organisation}`,
        },
        {
          header: "Of what",
          cell: ({ number, said }) => (
            <a href={`/manage/commitments/${number}`}>
              {number}. {inShort(said, 110)}
            </a>
          ),
        },
        { header: "Why now", cell: ({ moment }) => MOMENTS[moment] },
        {
          header: "Done?",
          cell: ({ number }) => (
            <form method="post" action={`/manage/commitments/${number}/reminded`}>
              {token}
              <Button variant="secondary" small>
                I reminded them
                <span className="govuk-visually-hidden"> of commitment {number}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
