import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { PlacesDone } from "~/features/places/PlacesNav";
import { findOrganisation } from "~/features/places/read.server";
import { listServicesOf } from "~/features/places/read-services.server";
import { findOrganisationById, listTakenOverBy } from "~/features/places/read-staff.server";
import { atNoon, KIND_WORDS, SECTOR_WORDS } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.one.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findOrganisation(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  return {
    one,
    successor: await findOrganisationById(ctx, one.successorId),
    before: await listTakenOverBy(ctx, one.id),
    services: await listServicesOf(ctx, one.id),
    mayEdit: may.editOrganisation(ctx.actor),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const inWords = (day: string | null) => (day ? plainDay(atNoon(day)) : null);

export default function StaffOrganisation() {
  const { one, successor, before, services, mayEdit, done } = useLoaderData<typeof loader>();
  const here = `/manage/places/organisations/${one.slug}`;
  const linked = (other: { slug: string; name: string }) => (
    <a href={`/manage/places/organisations/${other.slug}`}>{other.name}</a>
  );
  const rows = [
    { key: "What people call it", value: one.shortName },
    { key: "What it is", value: KIND_WORDS[one.kind] },
    { key: "Sector", value: SECTOR_WORDS[one.sector] },
    { key: "Code", value: one.externalCode },
    { key: "Website", value: one.website && <a href={one.website}>{one.website}</a> },
    { key: "First day", value: inWords(one.validFrom) },
    { key: "Last day", value: inWords(one.validTo) },
    { key: "Work taken over by", value: successor && linked(successor) },
  ].filter((row) => row.value);
  return (
    <Page
      title={one.name}
      back={{ href: "/manage/places/organisations", text: "Organisations" }}
      notice={<PlacesDone done={done} />}
      head={
        mayEdit && (
          <ButtonRow>
            <ButtonLink href={`${here}/edit`}>Change it</ButtonLink>
            <ButtonLink href={`${here}/rename`} variant="secondary">
              It has a new name
            </ButtonLink>
            <ButtonLink href={`${here}/end`} variant="secondary">
              {one.validTo ? "Change its end" : "It ends"}
            </ButtonLink>
          </ButtonRow>
        )
      }
    >
      <SummaryList rows={rows} />
      {one.formerNames.length > 0 && (
        <>
          <h2>Names before</h2>
          <ul className="rh-list">
            {one.formerNames.map((former) => (
              <li key={former.lastDay}>
                {former.name}, until {inWords(former.lastDay)}
              </li>
            ))}
          </ul>
          <p>What it ran in those days is shown under the name of the day.</p>
        </>
      )}
      {before.length > 0 && (
        <>
          <h2>Whose work it took over</h2>
          <ul className="rh-list">
            {before.map((other) => (
              <li key={other.id}>
                {linked(other)}, until {inWords(other.validTo)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Services that it runs</h2>
      {services.length === 0 ? (
        <p>None is written down.</p>
      ) : (
        <ul className="rh-list">
          {services.map((service) => (
            <li key={service.id}>
              <a href={`/manage/places/services/${service.slug}`}>{service.name}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
