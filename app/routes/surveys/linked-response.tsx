import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { WITHDRAW_REASONS } from "~/features/surveys/paper-forms";
import { findHeld } from "~/features/surveys/privacy.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { withdrawResponse } from "~/features/surveys/withdraw-response.server";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { SummaryList } from "~/ui/SummaryList";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.seeNames(ctx.actor, seen.survey)) throw missing();
  const id = Number(args.params.id);
  const held = Number.isSafeInteger(id) ? await findHeld(ctx, seen.survey, { id }) : null;
  if (!held) throw missing();
  return {
    at: `/manage/surveys/${seen.survey.slug}/linked`,
    title: seen.survey.title,
    heading: held.name || "Name removed",
    email: held.email,
    answers: held.answers,
    sheet: held.response.sheet,
    deletes: may.withdraw(ctx.actor, seen.survey),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", id = "" } = args.params;
  const typed = await typedIn(args.request);
  const gone = await withdrawResponse(ctx, { slug, id: Number(id), typed });
  return follow(args.context, typed, gone, `/manage/surveys/${slug}/linked?done=deleted`);
}

export default function LinkedResponse() {
  const { at, title, heading, email, answers, sheet, deletes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title={heading}
      caption={title}
      lede={email ?? undefined}
      back={{ href: at, text: "People who answered" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <SummaryList
        rows={answers.map(({ title, words }) => ({
          key: title,
          value: words || "Not answered",
          actions: [],
        }))}
      />
      {deletes && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          <FormToken />
          <h2>Delete these answers</h2>
          <p>
            The answers go, with the name and the address, and are no longer counted. This can’t be undone.
            What has been published stays.
            {sheet && ` Shred the sheet of paper too: ${sheet}.`}
          </p>
          <Radios
            name="reason"
            legend="Why"
            legendSize="s"
            error={refused?.fields.reason?.[0]}
            value={one(refused?.typed ?? {}, "reason")}
            items={Object.entries(WITHDRAW_REASONS).map(([value, label]) => ({ value, label }))}
          />
          <ButtonRow>
            <Button variant="warning">Delete the answers</Button>
            <ButtonLink href={at} variant="secondary">
              No, keep them
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </Page>
  );
}
