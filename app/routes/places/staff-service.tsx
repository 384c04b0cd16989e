import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may, permitsOf } from "~/features/places/may";
import { PlacesDone } from "~/features/places/PlacesNav";
import { RetireLink } from "~/features/places/RetireLink";
import { findService, listAreasOf } from "~/features/places/read-services.server";
import { findOrganisationById } from "~/features/places/read-staff.server";
import { atNoon } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SummaryList } from "~/ui/SummaryList";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.service.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const service = await findService(ctx, args.params.slug ?? "");
  if (!service) throw missing();
  const areas = await listAreasOf(ctx, service.id);
  return {
    service,
    runBy: await findOrganisationById(ctx, service.organisationId),
    areas: areas.map((area) => ({ ...area, mayEnd: !area.toDay && may.coverArea(ctx.actor, area) })),
    permits: { edit: may.editService(ctx.actor), cover: permitsOf(ctx.actor).anywhere },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function StaffService() {
  const { service, runBy, areas, permits, done } = useLoaderData<typeof loader>();
  const here = `/manage/places/services/${service.slug}`;
  return (
    <Page
      title={service.name}
      lede={service.summary}
      back={{ href: "/manage/places/services", text: "Services" }}
      notice={<PlacesDone done={done} />}
      head={
        <>
          <ButtonRow>
            {permits.cover && !service.retiredDay && (
              <ButtonLink href={`${here}/cover`}>It covers an area</ButtonLink>
            )}
            {permits.edit && (
              <ButtonLink href={`${here}/edit`} variant="secondary">
                Change it
              </ButtonLink>
            )}
          </ButtonRow>
          {permits.edit && <RetireLink kind="service" slug={service.slug} retiredDay={service.retiredDay} />}
        </>
      }
    >
      <SummaryList
        rows={[
          {
            key: "Run by",
            value: runBy && <a href={`/manage/places/organisations/${runBy.slug}`}>{runBy.name}</a>,
          },
          { key: "How to reach it", value: service.reach },
          ...(service.website
            ? [{ key: "Website", value: <a href={service.website}>{service.website}</a> }]
            : []),
        ]}
      />
      <h2>Areas that it covers</h2>
      {areas.length === 0 ? (
        <p>None yet, so it stands on no neighbourhood’s page.</p>
      ) : (
        <Table
          caption="Areas that it covers, or covered"
          captionHidden
          cards
          rows={areas}
          rowKey={(area) => area.id}
          columns={[
            { header: "Area", cell: (area) => area.place ?? "The whole borough" },
            { header: "Since", cell: (area) => plainDay(atNoon(area.fromDay)) },
            {
              header: "Until",
              cell: (area) => (area.toDay ? plainDay(atNoon(area.toDay)) : "It goes on"),
            },
            {
              header: "What you can do",
              cell: (area) =>
                area.mayEnd ? (
                  <a href={`${here}/end?area=${area.id}`}>
                    End it
                    <span className="govuk-visually-hidden"> in {area.place ?? "the whole borough"}</span>
                  </a>
                ) : (
                  "Nothing"
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
