import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { listAllOrganisations } from "~/features/places/read-staff.server";
import { existedOn } from "~/features/places/rules";
import { atNoon, KIND_WORDS, SECTOR_WORDS } from "~/features/places/staff-words";
import { dayOf, plainDay } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Organisations");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const today = dayOf(ctx.now);
  const all = await listAllOrganisations(ctx);
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    mayAdd: may.addOrganisation(ctx.actor),
    all: all.map((one) => ({ ...one, isOver: one.validTo !== null && !existedOn(one, today) })),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["all"][number];

export default function StaffOrganisations() {
  const { done, mayAdd, all } = useLoaderData<typeof loader>();
  const here = all.filter((one) => !one.isOver);
  const over = all.filter((one) => one.isOver);
  return (
    <Page
      title="Organisations"
      lede={`${here.length} take part, statutory and community.`}
      notice={<PlacesDone done={done} />}
      head={
        <>
          {mayAdd && (
            <p>
              <ButtonLink href="/manage/places/organisations/new">Add an organisation</ButtonLink>
            </p>
          )}
          <PlacesNav current="organisations" />
        </>
      }
    >
      {here.length > 0 ? (
        <List caption="Organisations that take part" rows={here} />
      ) : (
        <EmptyState title="There is no organisation yet">
          <p>Events and services are run by the organisations in this list.</p>
        </EmptyState>
      )}
      {over.length > 0 && (
        <>
          <h2>Organisations of before</h2>
          <List caption="Organisations of before" rows={over} />
        </>
      )}
    </Page>
  );
}

function List({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={(one) => one.slug}
      columns={[
        { header: "Organisation", cell: (one) => <Name organisation={one} /> },
        { header: "What it is", cell: (one) => KIND_WORDS[one.kind] },
        { header: "Sector", cell: (one) => SECTOR_WORDS[one.sector] },
      ]}
    />
  );
}

function Name({ organisation }: { organisation: Row }) {
  const { slug, name, formerNames, validTo } = organisation;
  const [before] = formerNames;
  return (
    <>
      <a href={`/manage/places/organisations/${slug}`}>{name}</a>
      {before && (
        <span className="rh-note">
          Until {plainDay(atNoon(before.lastDay))}: {before.name}
        </span>
      )}
      {validTo && <span className="rh-note">Last day: {plainDay(atNoon(validTo))}</span>}
    </>
  );
}
