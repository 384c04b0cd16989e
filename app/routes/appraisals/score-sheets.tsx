import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/appraisals/may";
import { findForStaff, listCriteria, listOptions } from "~/features/appraisals/read.server";
import { ScoreSheet } from "~/features/appraisals/ScoreSheet";
import { shownParts } from "~/features/appraisals/shown";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Sheet to score on");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.type(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, heldDay, place } = seen.appraisal;
  return {
    slug,
    appraisal: { question, heldDay, place },
    options: shownParts(await listOptions(ctx, id)),
    criteria: shownParts(await listCriteria(ctx, id)),
  };
}

export default function ScoreSheets() {
  const { slug, appraisal, options, criteria } = useLoaderData<typeof loader>();
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label="This sheet">
        <BackLink href={`/manage/options/${slug}/room`}>In the room</BackLink>
        <p>Print as many as you need on A4. When one is typed, write the number on it that you are told.</p>
      </nav>
      <ScoreSheet appraisal={appraisal} options={options} criteria={criteria} />
    </main>
  );
}
