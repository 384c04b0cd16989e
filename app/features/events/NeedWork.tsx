import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import type { NeedTask } from "./read-needs.server";

type NeedWorkProps = Refused & {
  task: NeedTask;
  me: string;
  colleagues: readonly { id: string; name: string }[];
  /** True from the start of the event. */
  begun: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What can be done with a need before its event: who sees to it, who is told, what is arranged. */
export function NeedWork({ task, me, colleagues, begun, proof, typed, fields }: NeedWorkProps) {
  const form = (children: ReactNode) => (
    <form method="post" action={`/manage/needs/${task.id}`} noValidate>
      {proof}
      {children}
    </form>
  );
  const open = task.state === "open" && !begun;
  return (
    <div className="rh-narrow rh-no-print">
      <h2>Who sees to it</h2>
      {task.ownerId !== me &&
        form(
          <Button name="act" value="take" variant={task.ownerId ? "secondary" : undefined}>
            I see to it
          </Button>,
        )}
      {task.ownerId === me &&
        form(
          <Button name="act" value="let_go" variant="secondary">
            Let it go
          </Button>,
        )}
      <Details summary="Give it to a colleague" open={Boolean(fields.owner)}>
        {form(
          <>
            <Select
              name="owner"
              label="Colleague"
              error={fields.owner?.[0]}
              defaultValue={one(typed, "owner", task.ownerId ?? "")}
              items={[
                { value: "", text: "Choose" },
                ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Button name="act" value="give" variant="secondary">
              Give it
            </Button>
          </>,
        )}
      </Details>
      {!begun && (
        <Details summary="Write down who was told of it" open={Boolean(fields.shared)}>
          {form(
            <>
              <TextInput
                name="shared"
                label="Who was told"
                hint="Such as the hall, the interpreters’ agency or the cook. Give a name only if the person agreed."
                error={fields.shared?.[0]}
                defaultValue={one(typed, "shared")}
              />
              <Button name="act" value="share" variant="secondary">
                Write it down
              </Button>
            </>,
          )}
        </Details>
      )}
      {open && (
        <>
          <h2>Say what is arranged</h2>
          {form(
            <>
              <Textarea
                name="arranged"
                label="What is arranged"
                hint="The person is told at once, in these words and in the form they need."
                error={fields.arranged?.[0]}
                defaultValue={one(typed, "arranged")}
                rows={3}
              />
              <Button name="act" value="arrange">
                It is arranged
              </Button>
            </>,
          )}
          <Details summary="It can’t be done" open={Boolean(fields.reason)}>
            {form(
              <>
                <Textarea
                  name="reason"
                  label="Why not"
                  hint="The person is told at once, so that there is time to find another way."
                  error={fields.reason?.[0]}
                  defaultValue={one(typed, "reason")}
                  rows={3}
                />
                <Button name="act" value="refuse" variant="warning">
                  It can’t be done
                </Button>
              </>,
            )}
          </Details>
        </>
      )}
      {!begun && (task.state === "arranged" || task.state === "not_met") && (
        <ButtonRow>
          {form(
            <Button name="act" value="reopen" variant="secondary">
              Arrange it again
            </Button>,
          )}
        </ButtonRow>
      )}
    </div>
  );
}
