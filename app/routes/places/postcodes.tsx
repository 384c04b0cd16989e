import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importPostcodes, readPostcodes } from "~/features/places/import-postcodes.server";
import { may } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { PostcodePreview } from "~/features/places/PostcodePreview";
import { listAllNeighbourhoods } from "~/features/places/read.server";
import { listSectors } from "~/features/places/read-history.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, refuse, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Postcodes");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const sectors = await listSectors(ctx);
  const all = await listAllNeighbourhoods(ctx);
  const rows = all.map(({ id, name }) => ({
    name,
    sectors: sectors.filter((one) => one.neighbourhoodId === id).map((one) => one.sector),
  }));
  return {
    total: sectors.length,
    rows: rows.filter((row) => row.sectors.length > 0),
    maySet: may.setPostcodeSectors(ctx.actor),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** First the file is read and shown; only the second time, when staff have seen what it changes, it counts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  if (!may.setPostcodeSectors(ctx.actor)) throw forbidden();
  const { typed, file } = await uploadIn(args.request, "file");
  const text = file ? new TextDecoder().decode(file) : one(typed, "text");
  if (one(typed, "act") === "save") {
    const taken = await importPostcodes(ctx, text);
    return follow(args.context, {}, taken, "/manage/places/postcodes?done=postcodes");
  }
  if (!text) return refuse(args.context, {}, { file: ["Choose a file of postcodes"] });
  const read = await readPostcodes(ctx, text);
  return read.ok ? json({ plan: read.plan, text }) : refuse(args.context, {}, read.fields);
}

export default function Postcodes() {
  const { total, rows, maySet, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = useHere();
  const errors = answer && "fields" in answer ? summaryOf(answer) : [];
  if (answer && "plan" in answer) {
    return (
      <Page title="Use these postcodes?" back={{ href: "/manage/places/postcodes", text: "Postcodes" }}>
        <PostcodePreview plan={answer.plan} text={answer.text} action={here} proof={<FormToken />} />
      </Page>
    );
  }
  return (
    <Page
      title="Postcodes"
      lede="People type a postcode to find their neighbourhood. It is looked up here and never kept."
      notice={errors.length > 0 ? <ErrorSummary errors={errors} /> : <PlacesDone done={done} />}
      head={<PlacesNav current="postcodes" />}
    >
      {rows.length > 0 ? (
        <Table
          caption={`${total} postcode sectors`}
          captionSize="m"
          cards
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { header: "Neighbourhood", cell: (row) => row.name },
            { header: "How many", numeric: true, cell: (row) => row.sectors.length },
            { header: "Postcode sectors", cell: (row) => row.sectors.join(", ") },
          ]}
        />
      ) : (
        <p>No postcode is known yet, so nobody finds their neighbourhood by one.</p>
      )}
      {rows.length > 0 && (
        <p>
          <a href="/manage/places/postcodes.csv">Save them as a file (CSV)</a>
        </p>
      )}
      {maySet && (
        <form className="rh-narrow" method="post" action={here} encType="multipart/form-data" noValidate>
          <FormToken />
          <h2>Take a file in</h2>
          <p>
            Two columns with a line of headings: a postcode or a postcode sector, and the neighbourhood’s
            name. You see what would change before it counts.
          </p>
          <TextInput
            name="file"
            type="file"
            accept=".csv,text/csv"
            label="File of postcodes (CSV)"
            className="govuk-file-upload"
            error={errors[0]?.text}
          />
          <Button>See what it would change</Button>
        </form>
      )}
    </Page>
  );
}
