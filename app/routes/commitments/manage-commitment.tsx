import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentActs } from "~/features/commitments/CommitmentActs";
import { CommitmentFacts } from "~/features/commitments/CommitmentFacts";
import { CommitmentHistory } from "~/features/commitments/CommitmentHistory";
import { CommitmentState } from "~/features/commitments/CommitmentState";
import { shownActs } from "~/features/commitments/history";
import { may } from "~/features/commitments/may";
import { findCommitment, listActs, listThemesOf } from "~/features/commitments/read.server";
import { findOffice } from "~/features/commitments/read-staff.server";
import { inShort, shownCommitment } from "~/features/commitments/shown";
import { doneIn } from "~/features/commitments/staff-words";
import { dayOf } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { NotificationBanner } from "~/ui/NotificationBanner";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && `Commitment ${args.data.shown.number}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findCommitment(ctx, args.params.number ?? "");
  if (!seen || !may.work(ctx.actor)) throw missing();
  const { commitment } = seen;
  const office = await findOffice(ctx, commitment.officeId);
  return {
    shown: shownCommitment(seen, dayOf(ctx.now)),
    themes: await listThemesOf(ctx, commitment.id),
    acts: shownActs(await listActs(ctx, commitment.id)),
    email: office?.email ?? null,
    hasOwner: office !== null,
    change: may.change(ctx.actor, commitment),
    withdraw: may.withdraw(ctx.actor, commitment),
    done: doneIn(args.request.url),
  };
}

export default function ManageCommitment() {
  const { shown, themes, acts, email, hasOwner, change, withdraw, done } = useLoaderData<typeof loader>();
  const link = useLink();
  return (
    <Page
      title={inShort(shown.said)}
      caption={`Commitment ${shown.number}`}
      back={{ href: "/manage/commitments", text: "Back to commitments" }}
      notice={done && <NotificationBanner success text={done} />}
      head={
        <div className="rh-staff-state">
          <CommitmentState state={shown.state} kind={shown.kind} />
          <p>
            <a href={`/commitments/${shown.number}`}>Its public page</a>
          </p>
        </div>
      }
    >
      <CommitmentFacts shown={shown} themes={themes} locale="en" link={link} />
      {hasOwner && (
        <p>
          {email
            ? `Reminders go to ${email}.`
            : "The owner has no address here, so reminding them is a task for staff."}
        </p>
      )}
      {change && <CommitmentActs shown={shown} withdraw={withdraw} />}
      <h2>Everything that happened to it</h2>
      <CommitmentHistory acts={acts} locale="en" />
    </Page>
  );
}
