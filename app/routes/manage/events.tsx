import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { EventTable } from "~/features/events/EventTable";
import { type ListChoice, listAddress } from "~/features/events/list-address";
import { reachOf } from "~/features/events/may";
import { DIRECTIONS, listForStaff, SORTS, STATES } from "~/features/events/read-staff-list.server";
import { StaffFilters } from "~/features/events/StaffFilters";
import { counted } from "~/features/events/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Events");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const asked = new URL(args.request.url).searchParams;
  const reach = reachOf(ctx.actor, "count");
  const organises = reachOf(ctx.actor, "organise");
  const all = await listNeighbourhoods(ctx);
  const mine = all.filter((one) => reach === "all" || reach.includes(one.id));
  const neighbourhood = mine.find((one) => one.slug === asked.get("neighbourhood"));
  const when = asked.get("when") === "past" ? "past" : "upcoming";
  const state = STATES.find((one) => one === asked.get("state"));
  const sort = SORTS.find((one) => one === asked.get("sort")) ?? "when";
  const usual = when === "past" ? "descending" : "ascending";
  const direction = DIRECTIONS.find((one) => one === asked.get("direction")) ?? usual;
  const words = (asked.get("q") ?? "").trim().slice(0, 100);
  const page = Number.parseInt(asked.get("page") ?? "1", 10) || 1;
  const list = await listForStaff(ctx, {
    when,
    state,
    words,
    sort,
    direction,
    page,
    neighbourhoodId: neighbourhood?.id,
  });
  const chosen: ListChoice = {
    when,
    state: state ?? "",
    neighbourhood: neighbourhood?.slug ?? "",
    q: words,
    sort,
    direction,
  };
  return {
    list,
    chosen,
    neighbourhoods: mine.map(({ slug, name }) => ({ slug, name })),
    organises: organises === "all" || organises.length > 0,
    done: doneIn(args.request.url),
  };
}

export default function StaffEvents() {
  const { list, chosen, neighbourhoods, organises, done } = useLoaderData<typeof loader>();
  const at = (page: number) => listAddress({ ...chosen, page: String(page) });
  return (
    <Page
      title="Events"
      notice={done && <EventDone done={done} />}
      head={
        organises && (
          <p>
            <ButtonLink href="/manage/events/new">Make an event</ButtonLink>
          </p>
        )
      }
    >
      <StaffFilters chosen={chosen} neighbourhoods={neighbourhoods} />
      {list.total === 0 ? (
        <EmptyState title="No event fits">
          <p>Take a filter away, or look at {chosen.when === "past" ? "what is to come" : "past events"}.</p>
          <p>
            <a href="/manage/events">Show all events to come</a>
          </p>
        </EmptyState>
      ) : (
        <EventTable
          caption={counted(list.total, "event", "events")}
          events={list.events}
          sorting={{
            by: chosen.sort,
            direction: chosen.direction,
            href: (sort) => listAddress({ ...chosen, sort, direction: turned(chosen, sort) }),
          }}
        />
      )}
      {list.pages > 1 && (
        <Pagination
          previous={list.page > 1 ? { href: at(list.page - 1) } : undefined}
          next={list.page < list.pages ? { href: at(list.page + 1) } : undefined}
          items={Array.from({ length: list.pages }, (_, n) => n + 1)
            .filter((number) => Math.abs(number - list.page) < 4)
            .map((number) => ({ number, href: at(number), current: number === list.page }))}
        />
      )}
    </Page>
  );
}

/** Pressing the column that a list is sorted by turns the list round. */
function turned(chosen: ListChoice, sort: ListChoice["sort"]): ListChoice["direction"] {
  return chosen.sort === sort && chosen.direction === "ascending" ? "descending" : "ascending";
}
