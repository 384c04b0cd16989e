import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import type { ActivityRow } from "./read.server";
import { isForStaff } from "./rules";

type ActivityActionsProps = {
  activity: ActivityRow;
  mayEdit: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What can be done with an activity now; the next step stands first. */
export function ActivityActions({ activity, mayEdit, proof }: ActivityActionsProps) {
  const { slug, state } = activity;
  const to = (act: string) => `/manage/engagement/${slug}/${act}`;
  const isToOpen = state === "draft" || state === "planned";
  return (
    <ButtonRow>
      {mayEdit && state === "draft" && (
        <form method="post" action={to("announce")}>
          {proof}
          <Button>Announce it</Button>
        </form>
      )}
      {mayEdit && isToOpen && (
        <ButtonLink href={to("open")} variant={state === "draft" ? "secondary" : "primary"}>
          Open it
        </ButtonLink>
      )}
      {state !== "draft" && <a href={`/engagement/${slug}`}>See its page</a>}
      {mayEdit && isForStaff(activity) && <a href={to("readers")}>Union representatives</a>}
      {mayEdit && (state === "planned" || state === "open") && <a href={to("cancel")}>Call it off</a>}
      {mayEdit && state === "draft" && <a href={to("discard")}>Delete the draft</a>}
    </ButtonRow>
  );
}
