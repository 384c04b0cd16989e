import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findNote } from "~/features/events/read-notes.server";
import { addIdea } from "~/features/ideas/add-idea.server";
import { listBoardsToAdd } from "~/features/ideas/read-staff.server";
import { StaffIdeaFields } from "~/features/ideas/StaffIdeaFields";
import { listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { translator } from "~/platform/i18n.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Put an idea onto a board");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const boards = await listBoardsToAdd(ctx);
  if (boards.length === 0) throw forbidden();
  const query = new URL(args.request.url).searchParams;
  const id = query.get("note");
  const found = id ? await findNote(ctx, id) : null;
  if (id && found?.note.state !== "clear") throw missing();
  const near = await listNeighbourhoods(ctx);
  return {
    boards,
    note: found && { id: found.note.id, text: found.note.publicText ?? found.note.text },
    event: found && { slug: found.event.slug, title: found.event.title },
    begun: {
      board: query.get("board") ?? "",
      text: found ? (found.note.publicText ?? found.note.text) : "",
      neighbourhood: near.find((one) => one.id === found?.event.neighbourhoodId)?.slug ?? "",
      themes: found?.themes ?? [],
    },
    neighbourhoods: near.map(({ slug, name }) => ({ slug, name })),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const board = one(typed, "board");
  if (!board) return refuse(args.context, typed, { board: ["Choose a board"] });
  const noteId = one(typed, "note") || undefined;
  const note = noteId ? await findNote(ctx, noteId) : null;
  if (noteId && note?.note.state !== "clear") throw missing();
  const added = await addIdea(ctx, { board, typed, noteId });
  if (added.ok) return redirect(`/manage/ideas/${board}/${added.slug}?done=added`, 303);
  if (added.reason === "missing") throw missing();
  if (added.reason === "not_allowed") throw forbidden();
  const t = translator("en");
  const fields = Object.entries(added.fields ?? {}).map(([name, [key = ""]]) => [name, [t(key)]]);
  return refuse(args.context, typed, Object.fromEntries(fields));
}

export default function AddIdea() {
  const { boards, note, event, begun, neighbourhoods, themes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Put an idea onto a board"
      caption={event?.title}
      lede="For somebody who said it or wrote it elsewhere. It is shown at once, and says where it came from."
      back={
        note
          ? { href: `/manage/notes/${note.id}`, text: "The note" }
          : { href: "/manage/ideas", text: "Idea boards" }
      }
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      {note && (
        <blockquote className="rh-said" dir="auto">
          {note.text}
        </blockquote>
      )}
      <form className="rh-narrow" method="post" action={useHere()} noValidate>
        <FormToken />
        {note && <input type="hidden" name="note" value={note.id} />}
        <StaffIdeaFields
          typed={refused?.typed ?? begun}
          fields={refused?.fields ?? {}}
          boards={boards}
          neighbourhoods={neighbourhoods}
          themes={themes}
        />
        <Button>Put it onto the board</Button>
      </form>
    </Page>
  );
}
