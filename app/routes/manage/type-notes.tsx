import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placeWords } from "~/features/events/after";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { permitsOf } from "~/features/events/may";
import { listJustTyped } from "~/features/events/read-notes.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SheetFields } from "~/features/events/SheetFields";
import { QUESTION_WORDS } from "~/features/events/staff-words";
import { writeNotes } from "~/features/events/write-notes.server";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Type notes from sheets");

const SHOWN = 12;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).type) throw forbidden();
  return {
    slug: seen.event.slug,
    title: seen.event.title,
    last: await listJustTyped(ctx, seen.event.id, SHOWN),
    places: (await listSessions(ctx, seen.event.id)).map(placeWords),
    submissionId: newSubmissionId(ctx),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const written = await writeNotes(ctx, { slug, typed, submissionId: one(typed, "submissionId") });
  if (written.ok) return redirect(`/manage/events/${slug}/notes/new?done=typed`, 303);
  if (written.reason === "missing") throw missing();
  const early = { "": ["Wait until the event has begun"] };
  return refuse(args.context, typed, written.reason === "not_yet" ? early : written.fields);
}

export default function TypeNotes() {
  const { slug, title, last, places, submissionId, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Type notes from sheets"
      caption={title}
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
    >
      <form method="post" action={`/manage/events/${slug}/notes/new`} noValidate>
        <FormToken />
        <input
          type="hidden"
          name="submissionId"
          value={one(refused?.typed ?? {}, "submissionId", submissionId)}
        />
        <SheetFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} places={places} />
        <ButtonRow>
          <Button>Save and type the next sheet</Button>
          <ButtonLink href={`/manage/events/${slug}/notes`} variant="secondary">
            Read and sort them
          </ButtonLink>
        </ButtonRow>
      </form>
      {last.length > 0 && (
        <section>
          <h2>Typed last</h2>
          <ul className="rh-list">
            {last.map((note) => (
              <li key={note.id}>
                <strong>{[note.place, QUESTION_WORDS[note.question]].filter(Boolean).join(", ")}:</strong>{" "}
                <bdi>{note.text}</bdi>
                {note.agreeing > 1 && ` (${note.agreeing} agree)`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
