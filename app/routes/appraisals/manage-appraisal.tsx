import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppraisalTasks } from "~/features/appraisals/AppraisalTasks";
import { DoneBanner } from "~/features/appraisals/DoneBanner";
import { doneIn } from "~/features/appraisals/done";
import { may } from "~/features/appraisals/may";
import { missingToOpen, missingToPublish } from "~/features/appraisals/missing";
import { findForStaff, findSettled, listCriteria, listOptions } from "~/features/appraisals/read.server";
import { composeResult, countScores } from "~/features/appraisals/read-scores.server";
import { dayWords, STATE_WORDS } from "~/features/appraisals/staff-words";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { SummaryList } from "~/ui/SummaryList";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.appraisal.question);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { result: _result, roomCode: _code, ...appraisal } = seen.appraisal;
  const { id, state } = appraisal;
  const [options, criteria] = [await listOptions(ctx, id), await listCriteria(ctx, id)];
  const result = state === "closed" ? await composeResult(ctx, id) : null;
  return {
    appraisal,
    where: seen.neighbourhood?.name ?? "Whole borough",
    options: options.length,
    criteria: criteria.length,
    people: (await countScores(ctx, id)).all,
    decided: (await findSettled(ctx, id)) !== null,
    canOpen: missingToOpen(appraisal, options, criteria).length === 0,
    canPublish: state === "closed" && missingToPublish(appraisal, result).length === 0,
    mayEdit: may.edit(ctx.actor, appraisal),
    done: doneIn(args.request.url),
  };
}

export default function ManageAppraisal() {
  const { appraisal, where, mayEdit, done, ...tasks } = useLoaderData<typeof loader>();
  const { slug, state } = appraisal;
  return (
    <Page
      title={appraisal.question}
      caption={where}
      lede={appraisal.summary}
      back={{ href: "/manage/options", text: "All appraisals" }}
      notice={done && <DoneBanner done={done} />}
      head={
        <div className="rh-staff-state">
          <Tags items={[STATE_WORDS[state]]} />
          {state !== "draft" && (
            <p>
              <a href={`/options/${slug}`}>See the public page</a>
            </p>
          )}
        </div>
      }
    >
      <AppraisalTasks appraisal={appraisal} {...tasks} />
      <SummaryList
        rows={[
          { key: "Scored on", value: `${dayWords(appraisal.heldDay)}, ${appraisal.place}` },
          { key: "Who decides", value: `${appraisal.decider}, by ${dayWords(appraisal.decisionDueDay)}` },
        ]}
      />
      {mayEdit && state === "draft" && (
        <p>
          <a href={`/manage/options/${slug}/discard`}>Delete this draft</a>
        </p>
      )}
    </Page>
  );
}
