import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { listCohorts } from "~/features/places/read-cohorts.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Cohorts");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    mayKeep: may.keepCohorts(ctx.actor),
    all: await listCohorts(ctx),
  };
}

const number = new Intl.NumberFormat("en-GB");
type Row = ReturnType<typeof useLoaderData<typeof loader>>["all"][number];

export default function StaffCohorts() {
  const { done, mayKeep, all } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Cohorts"
      lede="Groups of people alike in what they need: whom a pilot is for, and whom a measure is about."
      notice={<PlacesDone done={done} />}
      head={
        <>
          {mayKeep && (
            <p>
              <ButtonLink href="/manage/places/cohorts/new">Add a cohort</ButtonLink>
            </p>
          )}
          <PlacesNav current="cohorts" />
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title="There is no cohort yet">
          <p>Three are usual: people with lower need, with some, and people who use several services.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Cohorts"
          captionHidden
          cards
          rows={all}
          rowKey={(one) => one.slug}
          columns={[
            { header: "Cohort", cell: (one) => <Name cohort={one} mayKeep={mayKeep} /> },
            { header: "Who is meant", cell: (one) => one.definition },
            { header: "By what rule", cell: (one) => one.criteria },
            { header: "About how many", cell: (one) => <Size cohort={one} /> },
          ]}
        />
      )}
    </Page>
  );
}

function Name({ cohort, mayKeep }: { cohort: Row; mayKeep: boolean }) {
  return (
    <>
      {mayKeep ? <a href={`/manage/places/cohorts/${cohort.slug}`}>{cohort.name}</a> : cohort.name}
      <Tags items={cohort.retiredDay ? [{ text: "Out of use", colour: "grey" }] : []} />
    </>
  );
}

function Size({ cohort }: { cohort: Row }) {
  if (cohort.estimate === null) return "Not yet known";
  return (
    <>
      {number.format(cohort.estimate)}
      <span className="rh-note">{cohort.source}</span>
    </>
  );
}
