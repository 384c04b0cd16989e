import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { named } from "~/features/appraisals/appraisal-words";
import { costWords } from "~/features/appraisals/cost";
import { DoneBanner } from "~/features/appraisals/DoneBanner";
import { doneIn } from "~/features/appraisals/done";
import { may } from "~/features/appraisals/may";
import { findForStaff, listOptions } from "~/features/appraisals/read.server";
import { MOST_OPTIONS } from "~/features/appraisals/rules";
import { shownParts } from "~/features/appraisals/shown";
import { dayWords } from "~/features/appraisals/staff-words";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

const TITLE = "Options";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state } = seen.appraisal;
  const options = shownParts(await listOptions(ctx, id));
  return { slug, question, isDraft: state === "draft", options, done: doneIn(args.request.url) };
}

export default function AppraisalOptions() {
  const { slug, question, isDraft, options, done } = useLoaderData<typeof loader>();
  const at = `/manage/options/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={question}
      lede="What could be done, each with what speaks for it and against it. People score each of them."
      back={{ href: at, text: "Back to the appraisal" }}
      notice={done && <DoneBanner done={done} />}
      head={
        isDraft &&
        options.length < MOST_OPTIONS && (
          <ButtonRow>
            <ButtonLink href={`${at}/options/new`}>Add an option</ButtonLink>
          </ButtonRow>
        )
      }
    >
      {options.length === 0 ? (
        <EmptyState title="No option yet" />
      ) : (
        <Table
          caption="Options"
          captionHidden
          cards
          rows={options}
          rowKey={({ id }) => id}
          columns={[
            { header: "Option", cell: named },
            {
              header: "Cost",
              cell: ({ costLow, costHigh, costExpectedDay }) =>
                costLow === null || costHigh === null
                  ? `Not yet known, expected by ${dayWords(costExpectedDay ?? "")}`
                  : `${costWords(costLow)} to ${costWords(costHigh)}`,
            },
            ...(isDraft
              ? [
                  {
                    header: "Change",
                    cell: (option: (typeof options)[number]) => (
                      <div className="rh-cell">
                        <p>
                          <a href={`${at}/options/${option.id}`}>
                            Change<span className="govuk-visually-hidden"> {option.title}</span>
                          </a>
                        </p>
                        <a href={`${at}/options/${option.id}/remove`}>
                          Take out<span className="govuk-visually-hidden"> {option.title}</span>
                        </a>
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Page>
  );
}
