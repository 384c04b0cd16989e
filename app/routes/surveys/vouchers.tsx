import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeVouchers } from "~/features/surveys/make-vouchers.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { getVouchers } from "~/features/surveys/read-vouchers.server";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { SummaryList } from "~/ui/SummaryList";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Vouchers";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey } = seen;
  const { made, used, batches } = await getVouchers(ctx, survey.id);
  return {
    slug: survey.slug,
    survey: survey.title,
    asks: survey.asksVoucher,
    draft: survey.state === "draft",
    edits: may.vouchers(ctx.actor, survey),
    made,
    used,
    batches: batches.map(({ id, count, madeAt }) => ({ id, count, made: dayAndClock(madeAt) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const made = await makeVouchers(ctx, { slug, typed });
  if (made.ok) return redirect(`/manage/surveys/${slug}/vouchers/${made.batch}`, 303);
  return follow(args.context, typed, made, "");
}

export default function Vouchers() {
  const { slug, survey, asks, draft, edits, made, used, batches } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = `/manage/surveys/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={survey}
      lede="Each is good for one response. It limits a number, never who people are: nobody can tell who used which."
      back={{ href: at, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <SurveyNav slug={slug} current="vouchers" />
      {!asks && (
        <EmptyState title="Everyone can answer this survey" headingLevel={2} icon="talk">
          <p>
            It asks for no voucher.{" "}
            {draft && edits ? (
              <a href={`${at}/edit#asksVoucher`}>Let it ask for one</a>
            ) : (
              "It is published, so that has to stay."
            )}
          </p>
        </EmptyState>
      )}
      {asks && (
        <SummaryList
          rows={[
            { key: "Made", value: String(made), actions: [] },
            { key: "Used", value: String(used), actions: [] },
          ]}
        />
      )}
      {batches.length > 0 && (
        <Table
          caption="Batches"
          captionSize="m"
          cards
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            { header: "Made", cell: ({ made }) => made },
            { header: "Vouchers", numeric: true, cell: ({ count }) => count },
            {
              header: "Slips",
              cell: ({ id, made }) =>
                edits && (
                  <a href={`${at}/vouchers/${id}`}>
                    Print<span className="govuk-visually-hidden"> those of {made}</span>
                  </a>
                ),
            },
          ]}
        />
      )}
      {asks && edits && (
        <form className="rh-narrow" method="post" action={`${at}/vouchers`} noValidate>
          <FormToken />
          <TextInput
            name="count"
            label="How many more?"
            hint="Up to 500 at once. You print them next, as slips to hand out or to post."
            width={4}
            inputMode="numeric"
            error={refused?.fields.count?.[0]}
            defaultValue={one(refused?.typed ?? {}, "count")}
          />
          <Button>Make vouchers</Button>
        </form>
      )}
    </Page>
  );
}
