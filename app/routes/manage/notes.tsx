import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placeWords, QUESTIONS } from "~/features/events/after";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { judgeNotes } from "~/features/events/judge-notes.server";
import { permitsOf } from "~/features/events/may";
import { NoteActs } from "~/features/events/NoteActs";
import { NoteTable } from "~/features/events/NoteTable";
import { NoteViews } from "~/features/events/NoteViews";
import { countNotes, findToJudge, listSteps } from "~/features/events/read-after.server";
import { listNotes, NOTE_VIEWS } from "~/features/events/read-notes.server";
import { findSession } from "~/features/events/read-sessions.server";
import { listIdeasOf } from "~/features/ideas/read-notes.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Read and sort notes");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findToJudge(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { event } = seen;
  if (!permitsOf(ctx.actor, event).judge) throw forbidden();
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("view");
  const counts = await countNotes(ctx, event.id);
  const view = NOTE_VIEWS.find((one) => one === asked) ?? (counts.waiting > 0 ? "waiting" : "all");
  const question = QUESTIONS.find((one) => one === query.get("question"));
  const after = query.get("after") ?? undefined;
  const asking = query.get("stall");
  const stall = asking ? await findSession(ctx, asking) : null;
  if (asking && stall?.eventId !== event.id) throw missing();
  const page = await listNotes(ctx, event.id, { view, question, stall: stall?.id, after });
  return {
    slug: event.slug,
    title: event.title,
    counts,
    filter: { view, question, stall: stall?.id },
    stall: stall && placeWords(stall),
    ...page,
    ideas: Object.fromEntries(
      await listIdeasOf(
        ctx,
        page.notes.map((note) => note.id),
      ),
    ),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    steps: (await listSteps(ctx, event.id)).map(({ step }) => ({ id: step.id, text: step.text })),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const judged = await judgeNotes(ctx, { slug, typed });
  if (!judged.ok) {
    if (judged.reason === "missing") throw missing();
    return refuse(args.context, typed, judged.fields);
  }
  const query = new URL(args.request.url).searchParams;
  query.set("done", judged.left > 0 ? "judged_some" : "judged");
  return redirect(`/manage/events/${slug}/notes?${query}`, 303);
}

export default function Notes() {
  const { slug, title, counts, filter, stall, notes, next, ideas, themes, steps, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = (change: Record<string, string | undefined>) => {
    const query = Object.entries({ ...filter, ...change }).filter(([, value]) => value);
    return `/manage/events/${slug}/notes?${new URLSearchParams(query as [string, string][])}`;
  };
  return (
    <Page
      title="Read and sort notes"
      caption={title}
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
    >
      {stall && (
        <p>
          Only those of <strong>{stall}</strong>.{" "}
          <a href={address({ stall: undefined })}>Show those of the whole event</a>
        </p>
      )}
      <NoteViews counts={counts} filter={filter} address={address} />
      {notes.length === 0 ? (
        <EmptyState title="No notes here" icon="talk">
          <p>
            <a href={`/manage/events/${slug}/notes/new`}>Type notes from sheets</a>, or choose another list
            above.
          </p>
        </EmptyState>
      ) : (
        <form method="post" action={address({})} noValidate>
          <FormToken />
          <NoteTable notes={notes} ideas={ideas} error={refused?.fields.notes?.[0]} />
          <NoteActs fields={refused?.fields ?? {}} themes={themes} steps={steps} slug={slug} />
        </form>
      )}
      {next && (
        <p>
          <a href={address({ after: next })}>More notes</a>
        </p>
      )}
    </Page>
  );
}
