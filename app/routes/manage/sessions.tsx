import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { permitsOf } from "~/features/events/may";
import { countByStall } from "~/features/events/read-notes.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SessionTable } from "~/features/events/SessionTable";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Sessions and stalls");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { id, slug, title, state, startsAt, endsAt } = seen.event;
  const reads = permitsOf(ctx.actor, seen.event).judge && startsAt <= ctx.now;
  return {
    slug,
    title,
    sessions: await listSessions(ctx, id, true),
    notes: reads ? await countByStall(ctx, id) : null,
    organise: permitsOf(ctx.actor, seen.event).organise && state !== "cancelled" && endsAt > ctx.now,
    done: doneIn(args.request.url),
  };
}

export default function Sessions() {
  const { slug, title, sessions, notes, organise, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Sessions and stalls"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={done && <EventDone done={done} />}
      head={
        organise && (
          <p>
            <ButtonLink href={`/manage/events/${slug}/sessions/new`}>Add one</ButtonLink>
          </p>
        )
      }
    >
      {sessions.length > 0 ? (
        <SessionTable rows={sessions} notes={notes} slug={slug} />
      ) : (
        <EmptyState title="Nothing yet">
          <p>
            A marketplace has stalls; a longer event may have talks and workshops with places of their own.
          </p>
        </EmptyState>
      )}
    </Page>
  );
}
