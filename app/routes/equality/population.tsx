import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EqualityNav } from "~/features/equality/EqualityNav";
import { importPopulation, readPopulation } from "~/features/equality/import-population.server";
import { may } from "~/features/equality/may";
import { PopulationFields } from "~/features/equality/PopulationFields";
import { PopulationPreview, PopulationTable } from "~/features/equality/PopulationPreview";
import { listImports, listPopulation } from "~/features/equality/read-population.server";
import { plainDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, refuse, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Table } from "~/ui/Table";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Who lives here";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.see(ctx.actor)) throw forbidden();
  return {
    figures: await listPopulation(ctx),
    imports: await listImports(ctx),
    takes: may.importPopulation(ctx.actor),
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

/** First the file is read and shown; only the second time, when staff have seen what became of each line, it counts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  if (!may.importPopulation(ctx.actor)) throw forbidden();
  const { typed, file } = await uploadIn(args.request, "file");
  if (one(typed, "act") === "save") {
    const taken = await importPopulation(ctx, { template: one(typed, "template") });
    return follow(args.context, {}, taken, "/manage/equality/population?done");
  }
  if (!file) return refuse(args.context, typed, { file: ["Choose a file of figures"] });
  const found = await readPopulation(ctx, { bytes: file, typed });
  return found.ok ? json({ read: found.read }) : refuse(args.context, typed, found.fields);
}

export default function Population() {
  const { figures, imports, takes, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = useHere();
  if (answer && "read" in answer) {
    return (
      <Page title="Use these figures?" back={{ href: "/manage/equality/population", text: TITLE }}>
        <PopulationPreview read={answer.read} action={here} proof={<FormToken />} />
      </Page>
    );
  }
  const errors = inOrder(answer, ["file", "source", "sourceDate", "licence"]);
  return (
    <Page
      title={TITLE}
      lede="Figures of a census or an estimate, beside which we put who answered."
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          done && <NotificationBanner success>These figures count from now on.</NotificationBanner>
        )
      }
      head={<EqualityNav current="population" />}
    >
      {figures.length > 0 ? (
        <PopulationTable figures={figures} caption="What counts now" />
      ) : (
        <p>There are no figures yet, so nobody can be compared.</p>
      )}
      {takes && (
        <PopulationFields refused={answer ?? { typed: {}, fields: {} }} action={here} proof={<FormToken />} />
      )}
      {imports.length > 0 && (
        <Table
          caption="Files that were taken in"
          captionSize="m"
          cards
          rows={imports}
          rowKey={({ id }) => id}
          columns={[
            { header: "When", cell: ({ importedAt }) => plainDay(importedAt) },
            { header: "By", cell: ({ by }) => by ?? "The site itself" },
            { header: "Figures", numeric: true, cell: (row) => row.figures },
          ]}
        />
      )}
    </Page>
  );
}
