import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { judgeNote } from "~/features/events/judge-notes.server";
import { NoteJudging } from "~/features/events/NoteJudging";
import { findNote } from "~/features/events/read-notes.server";
import { FLAG_WORDS, NOTE_STATES, QUESTION_WORDS } from "~/features/events/staff-words";
import { listIdeasOf } from "~/features/ideas/read-notes.server";
import { listBoardsToAdd } from "~/features/ideas/read-staff.server";
import { getBorough } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Tags } from "~/ui/Tags";
import { summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && QUESTION_WORDS[args.data.note.question]);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findNote(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const { safeguardingAdults, safeguardingChildren } = (await getBorough(ctx)).contacts;
  return {
    note: found.note,
    chosen: found.themes,
    event: { slug: found.event.slug, title: found.event.title },
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    danger: { safeguardingAdults, safeguardingChildren },
    ideas: (await listIdeasOf(ctx, [found.note.id])).get(found.note.id) ?? [],
    carries: found.note.state === "clear" && (await listBoardsToAdd(ctx)).length > 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const judged = await judgeNote(ctx, { id: args.params.id ?? "", typed });
  if (judged.ok) return redirect(`/manage/events/${judged.slug}/notes?done=note_judged`, 303);
  if (judged.reason === "missing") throw missing();
  return refuse(args.context, typed, judged.fields);
}

export default function Note() {
  const { note, chosen, event, themes, danger, ideas, carries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const state = NOTE_STATES[note.state];
  const flags = note.flags.flatMap((flag) => FLAG_WORDS[flag] ?? []);
  return (
    <Page
      title={QUESTION_WORDS[note.question]}
      caption={event.title}
      lede={[
        note.place,
        note.channel === "web" ? "written online" : "from a sheet",
        dayAndClock(note.createdAt),
      ]
        .filter(Boolean)
        .join(", ")}
      back={{ href: `/manage/events/${event.slug}/notes`, text: "Notes" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
      head={<Tags items={state ? [state, ...flags] : flags} />}
    >
      {note.flags.includes("safeguarding") && (
        <WarningText>
          Someone may be in danger. Ring the safeguarding team today: adults {danger.safeguardingAdults},
          children {danger.safeguardingChildren}. At once, ring 999. This page does not pass it on.
        </WarningText>
      )}
      <blockquote className="rh-said" dir="auto">
        {note.text || "The words have been deleted: they were kept long enough."}
      </blockquote>
      {ideas.map(({ title, path }) => (
        <p key={path}>
          It became an idea on a board: <a href={path}>{title}</a>
        </p>
      ))}
      {carries && (
        <p>
          <a href={`/manage/ideas/add?note=${note.id}`}>Carry it to an idea board</a>
        </p>
      )}
      <form className="rh-narrow" method="post" action={`/manage/notes/${note.id}`} noValidate>
        <FormToken />
        <NoteJudging note={note} chosen={chosen} themes={themes} refused={refused} />
      </form>
    </Page>
  );
}
