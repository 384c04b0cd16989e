import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type ArrivalAnswer, checkIn } from "~/features/events/check-in.server";
import { DoorFinder } from "~/features/events/DoorFinder";
import { DoorForms } from "~/features/events/DoorForms";
import { DoorHead } from "~/features/events/DoorHead";
import { DoorNotes } from "~/features/events/DoorNotes";
import { DoorParties } from "~/features/events/DoorParties";
import { type Done, doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { may } from "~/features/events/may";
import { reckonEvent } from "~/features/events/read-attendance.server";
import { listArrivals, listAtDoor, listClashes } from "~/features/events/read-door.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { newId } from "~/platform/ids.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Section } from "~/ui/Section";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `The door: ${args.data.event.title}` : undefined);

const LATEST = 8;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const { event } = seen;
  if (event.state !== "published") throw redirect(`/manage/events/${event.slug}`);
  const asked = new URL(args.request.url).searchParams;
  const code = asked.get("code") ?? "";
  const words = code || (asked.get("q") ?? "");
  const list = await listAtDoor(ctx, event, { words, after: asked.get("after") ?? "" });
  const arrivals = await listArrivals(ctx, event.id, LATEST);
  return {
    event,
    venue: seen.venue?.name ?? null,
    words,
    fromCode: code !== "",
    rows: list.rows.map((row) => ({ ...row, newId: newId() })),
    next: list.next,
    reckoning: await reckonEvent(ctx, event.id),
    arrivals: arrivals.map((row) => ({ ...row, newId: newId() })),
    clashes: await listClashes(ctx, event.id),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    ids: { walkIn: newId(), heads: newId() },
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const taken = await checkIn(ctx, { slug, typed: { items: [typed] } });
  if (!taken.ok) {
    if (taken.reason === "missing" || taken.reason === "cancelled") throw missing();
    if (taken.reason === "not_yet") {
      return refuse(args.context, typed, { "": ["People can be checked in from the day before the event"] });
    }
    throw forbidden();
  }
  const [answer] = taken.answers;
  if (!answer || answer.result === "unknown") throw missing();
  if (answer.result === "refused") return refuse(args.context, typed, answer.fields);
  return redirect(`/manage/events/${slug}/door?done=${doneBy(one(typed, "kind"), answer)}`, 303);
}

/** The word for what was done, for the banner. */
function doneBy(kind: string, { result, note }: ArrivalAnswer): Done {
  const words: Record<string, Done> = {
    walk_in: "walked_in",
    heads: "counted",
    undo: "undone",
    amend: "amended",
  };
  if (kind in words) return words[kind] ?? "came";
  if (result === "clash") return "came_twice";
  return note === "cancelled" ? "came_cancelled" : note ? "came_waiting" : "came";
}

/** Fields of the two forms that share a name have an id each. */
const idOf = (kind: string) => (field: string) =>
  field === "people" ? (kind === "heads" ? "heads-people" : "walk-in-people") : field;

export default function Door() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug } = data.event;
  const here = `/manage/events/${slug}/door`;
  const back = useHere();
  const errors = summaryOf(refused, idOf(refused ? one(refused.typed, "kind") : ""));
  return (
    <>
      {(errors.length > 0 || data.done) && (
        <div className="rh-wrap rh-notice">
          {errors.length > 0 ? <ErrorSummary errors={errors} /> : <EventDone done={data.done} />}
        </div>
      )}
      <DoorHead event={data.event} venue={data.venue} reckoning={data.reckoning} />
      <Section tight>
        <DoorFinder action={here} words={data.words} fromCode={data.fromCode} found={data.rows.length} />
        {data.rows.length > 0 && <DoorParties here={back} rows={data.rows} proof={<FormToken />} />}
        {data.next && (
          <p>
            <a href={`${here}?q=${encodeURIComponent(data.words)}&after=${data.next}`}>More names</a>
          </p>
        )}
        <DoorForms
          here={here}
          ids={data.ids}
          neighbourhoods={data.neighbourhoods}
          refused={refused}
          proof={<FormToken />}
        />
        <DoorNotes here={here} arrivals={data.arrivals} clashes={data.clashes} proof={<FormToken />} />
      </Section>
    </>
  );
}
