import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MilestoneRows } from "~/features/commitments/MilestoneRows";
import { may } from "~/features/commitments/may";
import { shownMilestone } from "~/features/commitments/milestone-shown";
import { listMilestones } from "~/features/commitments/read-milestones.server";
import { doneIn } from "~/features/commitments/staff-words";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";

const TITLE = "Milestones";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  return {
    milestones: (await listMilestones(ctx)).map(shownMilestone),
    plans: may.planMilestones(ctx.actor),
    done: doneIn(args.request.url),
  };
}

export default function ManageMilestones() {
  const { milestones, plans, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      back={{ href: "/manage/commitments", text: "Back to commitments" }}
      notice={done && <NotificationBanner success text={done} />}
      head={
        <ButtonRow>
          {plans && <ButtonLink href="/manage/milestones/new">Plan a milestone</ButtonLink>}
          <a href="/milestones">The public page</a>
        </ButtonRow>
      }
    >
      {milestones.length === 0 ? (
        <EmptyState title="No milestone is planned yet">
          <p>Take them from the plan that was agreed, with the dates that it gives.</p>
        </EmptyState>
      ) : (
        <MilestoneRows milestones={milestones} plans={plans} />
      )}
    </Page>
  );
}
