import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkDecision } from "~/features/appraisals/link-decision.server";
import { may } from "~/features/appraisals/may";
import { findDecision } from "~/features/appraisals/read-decisions.server";
import { listLinked } from "~/features/appraisals/read-linked.server";
import { findThingAt } from "~/platform/search.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

const TITLE = "What it came of and led to";
const SIDES = { cause: "It came of this", effect: "It led to this" } as const;

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = may.work(ctx.actor) ? await findDecision(ctx, args.params.slug ?? "") : null;
  if (!seen) throw missing();
  const { id, slug, question } = seen.decision;
  if (!may.edit(ctx.actor, seen.decision)) throw forbidden();
  const { causes, effects } = await listLinked(ctx, id);
  const links = [
    ...causes.map((one) => ({ ...one, side: "cause" as const })),
    ...effects.map((one) => ({ ...one, side: "effect" as const })),
  ];
  return { slug, question, links };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const side = one(typed, "side");
  const typedPath = one(typed, "address")
    .trim()
    .replace(ctx.origin, "")
    .replace(/[?#].*$/, "");
  const found = typedPath ? await findThingAt(ctx, typedPath) : null;
  const fields: Record<string, string[]> = {};
  if (side !== "cause" && side !== "effect") fields.side = ["Choose whether it came before or after"];
  if (!found) fields.address = ["Enter the address of a public page of this site, such as /events/a-meeting"];
  if (!found || (side !== "cause" && side !== "effect")) return refuse(args.context, typed, fields);
  const takeAway = one(typed, "act") === "take-away";
  const thing = { kind: found.kind, id: found.id };
  const done = await linkDecision(ctx, { slug, thing, side, takeAway });
  return follow(
    args.context,
    typed,
    done,
    `/manage/decisions/${slug}?done=${takeAway ? "unlinked" : "linked"}`,
  );
}

export default function DecisionLinks() {
  const { slug, question, links } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, ["side", "address"]);
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: `/manage/decisions/${slug}`, text: "Back to the decision" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {links.length > 0 && (
        <Table
          caption="Links"
          captionHidden
          cards
          rows={links}
          rowKey={({ side, path }) => `${side} ${path}`}
          columns={[
            { header: "Page", cell: ({ title, path }) => <a href={path}>{title}</a> },
            { header: "How", cell: ({ side }) => SIDES[side] },
            {
              header: "Link",
              cell: ({ side, path, title }) => (
                <form method="post" action={here}>
                  <FormToken />
                  <input type="hidden" name="act" value="take-away" />
                  <input type="hidden" name="side" value={side} />
                  <input type="hidden" name="address" value={path} />
                  <Button variant="secondary" small>
                    Take away<span className="govuk-visually-hidden"> the link to {title}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <Radios
          name="side"
          legend="How do they hang together?"
          legendSize="s"
          value={one(refused?.typed ?? {}, "side")}
          error={refused?.fields.side?.[0]}
          items={Object.entries(SIDES).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          name="address"
          label="Address of the page"
          hint="An event, a theme, an idea, a commitment, another decision: copy it from the top of the browser."
          error={refused?.fields.address?.[0]}
          defaultValue={one(refused?.typed ?? {}, "address")}
          spellCheck={false}
        />
        <Button>Make the link</Button>
      </form>
    </Page>
  );
}
