import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { APPRAISAL_ACTS, actIn, lackingErrors } from "~/features/appraisals/acts";
import { closeScoring } from "~/features/appraisals/close-scoring.server";
import { discardAppraisal } from "~/features/appraisals/discard-appraisal.server";
import { may } from "~/features/appraisals/may";
import { openScoring } from "~/features/appraisals/open-scoring.server";
import { publishAppraisal } from "~/features/appraisals/publish-appraisal.server";
import { findForStaff } from "~/features/appraisals/read.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuseFor } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.words.title);

const VERBS = {
  open: openScoring,
  close: closeScoring,
  publish: publishAppraisal,
  discard: discardAppraisal,
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const act = actIn(args.params.act);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !act) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { slug, question, state } = seen.appraisal;
  if (state !== APPRAISAL_ACTS[act].state) throw redirect(`/manage/options/${slug}`);
  return { slug, question, words: APPRAISAL_ACTS[act] };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const act = actIn(args.params.act);
  if (!act) throw missing();
  const slug = args.params.slug ?? "";
  const done = await VERBS[act](ctx, { slug });
  if (done.ok) return redirect(`/manage/options${act === "discard" ? "" : `/${slug}`}?done=${act}`, 303);
  if (done.reason === "not_ready") return refuseFor(args.context, lackingErrors(slug, done.missing));
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/options/${slug}`, 303);
}

export default function ActOnAppraisal() {
  const { slug, question, words } = useLoaderData<typeof loader>();
  const lacking = useActionData<typeof action>()?.lacking ?? [];
  const here = useHere();
  return (
    <Page
      title={words.title}
      caption={question}
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={lacking.length > 0 && <ErrorSummary title={words.lacks} errors={lacking} />}
    >
      <form className="rh-narrow" method="post" action={here}>
        <FormToken />
        <p>{words.text}</p>
        <ButtonRow>
          <Button variant={words.isFinal ? "warning" : "primary"}>{words.button}</Button>
          <ButtonLink href={`/manage/options/${slug}`} variant="secondary">
            Not now
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
