import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DecisionText } from "~/features/appraisals/DecisionText";
import { DoneBanner } from "~/features/appraisals/DoneBanner";
import { doneIn } from "~/features/appraisals/done";
import { may } from "~/features/appraisals/may";
import { findAppraisalOf, findDecision, listDates } from "~/features/appraisals/read-decisions.server";
import { listLinked } from "~/features/appraisals/read-linked.server";
import { standingOf } from "~/features/appraisals/rules";
import { dayWords, STANDING_WORDS } from "~/features/appraisals/staff-words";
import { dayOf } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SummaryList } from "~/ui/SummaryList";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.seen.decision.question);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = may.work(ctx.actor) ? await findDecision(ctx, args.params.slug ?? "") : null;
  if (!seen) throw missing();
  const { id } = seen.decision;
  return {
    seen,
    dates: await listDates(ctx, id),
    appraisal: await findAppraisalOf(ctx, id),
    ...(await listLinked(ctx, id)),
    mayEdit: may.edit(ctx.actor, seen.decision),
    today: dayOf(ctx.now),
    done: doneIn(args.request.url),
  };
}

export default function ManageDecision() {
  const { seen, dates, appraisal, causes, effects, mayEdit, today, done } = useLoaderData<typeof loader>();
  const { decision, neighbourhood } = seen;
  const { slug } = decision;
  const standing = standingOf(decision, today);
  const waits = standing === "open" || standing === "overdue";
  const at = `/manage/decisions/${slug}`;
  return (
    <Page
      title={decision.question}
      caption={neighbourhood?.name ?? "Whole borough"}
      back={{ href: "/manage/decisions", text: "Decision log" }}
      notice={done && <DoneBanner done={done} />}
      head={
        <>
          <div className="rh-staff-state">
            <Tags items={[STANDING_WORDS[standing]]} />
            <p>
              <a href={`/decisions/${slug}`}>See the public page</a>
            </p>
          </div>
          {mayEdit && (
            <ButtonRow>
              {waits && !appraisal && (
                <ButtonLink href={`${at}/outcome`}>Write down what was decided</ButtonLink>
              )}
              {waits && appraisal && (
                <ButtonLink href={`/manage/options/${appraisal.slug}`}>Its appraisal</ButtonLink>
              )}
              {waits && (
                <>
                  <ButtonLink href={`${at}/date`} variant="secondary">
                    Move the day
                  </ButtonLink>
                  <a href={`${at}/edit`}>Change the words</a>
                  {!appraisal && <a href={`${at}/withdraw`}>Withdraw it</a>}
                </>
              )}
              <a href={`${at}/links`}>What it came of and led to</a>
            </ButtonRow>
          )}
        </>
      }
    >
      <SummaryList
        rows={[
          { key: "Who decides", value: decision.decider },
          { key: "By", value: dayWords(decision.dueDay) },
          ...(decision.decidedDay ? [{ key: "Decided", value: dayWords(decision.decidedDay) }] : []),
        ]}
      />
      <DecisionText {...{ decision, dates, appraisal, causes, effects }} locale="en" link={(path) => path} />
    </Page>
  );
}
