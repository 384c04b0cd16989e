import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { ANSWER_DEFINITION, answerFigures } from "~/features/responses/figures.server";
import { may } from "~/features/responses/may";
import { ResponseTable } from "~/features/responses/ResponseTable";
import { countWaiting, listDrafts, listWaiting } from "~/features/responses/read-waiting.server";
import { isAnswerable, KIND_WORDS, KINDS, THINGS, WORKING_DAYS } from "~/features/responses/rules";
import { counted, DONE_WORDS, THING_WORDS } from "~/features/responses/staff-words";
import { WaitingTable } from "~/features/responses/WaitingTable";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { FilterRow } from "~/ui/FilterRow";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Pagination } from "~/ui/Pagination";
import { Select } from "~/ui/Select";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Answers to what people said");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const query = new URL(args.request.url).searchParams;
  const near = await findNeighbourhood(ctx, query.get("neighbourhood") ?? "");
  const kind = query.get("kind") ?? "";
  const late = query.get("late") === "yes";
  const after = query.get("after") ?? undefined;
  const chosen = {
    kind: isAnswerable(kind) ? kind : "",
    neighbourhood: near?.slug ?? "",
    late: late ? "yes" : "",
  };
  return {
    chosen,
    isFirst: !after,
    ...(await listWaiting(ctx, { kind: chosen.kind, neighbourhoodId: near?.id, late, after })),
    counts: await countWaiting(ctx),
    drafts: await listDrafts(ctx),
    figures: await answerFigures(ctx, { neighbourhoodId: near?.id }),
    definition: ANSWER_DEFINITION,
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    done: DONE_WORDS[query.get("done") ?? ""],
  };
}

const share = (n: number, of: number) =>
  of === 0 ? "None yet" : `${n} of ${of}: ${Math.round((100 * n) / of)}%`;

export default function ManageResponses() {
  const { chosen, isFirst, waiting, next, counts, drafts, figures, definition, neighbourhoods, done } =
    useLoaderData<typeof loader>();
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
  const address = (after?: string) => {
    const all = new URLSearchParams(query);
    if (after) all.set("after", after);
    return `/manage/responses${all.size > 0 ? `?${all}` : ""}`;
  };
  return (
    <Page
      title="Answers to what people said"
      lede={`${counted(counts.waiting, "thing waits", "things wait")} for an answer, ${counts.late} of them longer than ${WORKING_DAYS} working days.`}
      notice={done && <NotificationBanner success text={done} />}
      head={
        <p>
          <a href="/you-said-we-did">The public page</a>
        </p>
      }
    >
      {drafts.length > 0 && <ResponseTable caption="Drafts to publish" responses={drafts} />}
      <FilterRow action="/manage/responses" all={query.size > 0 && "/manage/responses"}>
        <Select
          name="kind"
          label="What it is"
          defaultValue={chosen.kind}
          items={[
            { value: "", text: "All" },
            ...THINGS.map((value) => ({ value: value as string, text: THING_WORDS[value] })),
          ]}
        />
        <Select
          name="neighbourhood"
          label="Neighbourhood"
          defaultValue={chosen.neighbourhood}
          items={[
            { value: "", text: "All" },
            ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
        <Select
          name="late"
          label="How long"
          defaultValue={chosen.late}
          items={[
            { value: "", text: "All" },
            { value: "yes", text: "Only late" },
          ]}
        />
      </FilterRow>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits" icon="sun">
          <p>Everything here has its answer.</p>
        </EmptyState>
      ) : (
        <WaitingTable caption="What waits, the longest first" waiting={waiting} />
      )}
      {(next || !isFirst) && (
        <Pagination
          previous={isFirst ? undefined : { href: address(), text: "From the beginning" }}
          next={next ? { href: address(next), text: "More that waits" } : undefined}
        />
      )}
      <h2>How well we answer</h2>
      <SummaryList
        rows={[
          { key: "Answered", value: share(figures.answered, figures.things) },
          { key: `Within ${WORKING_DAYS} working days`, value: share(figures.inTime, figures.old) },
          { key: "Answered, and everyone who asked was told", value: share(figures.closed, figures.things) },
          {
            key: "Working days until the answer, in the middle",
            value: figures.medianDays ?? "None yet",
          },
          {
            key: "What the answers are",
            value: KINDS.map((kind) => `${KIND_WORDS[kind]}: ${figures.outcomes[kind]}`).join(". "),
          },
        ]}
      />
      <p className="rh-note">
        Counted: {definition.counts}. {definition.source}. Within {WORKING_DAYS} working days:{" "}
        {definition.inTime}. Told: {definition.closed}.
      </p>
    </Page>
  );
}
