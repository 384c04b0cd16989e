import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findNoteEvents } from "~/features/events/read-notes.server";
import { arrangeIdea } from "~/features/ideas/arrange-idea.server";
import { IdeaMerges } from "~/features/ideas/IdeaMerges";
import { may } from "~/features/ideas/may";
import { PhoneSupport } from "~/features/ideas/PhoneSupport";
import { listIdeaThemes } from "~/features/ideas/read.server";
import { findIdeaForStaff } from "~/features/ideas/read-staff.server";
import { standingOf } from "~/features/ideas/rules";
import { ArrangeFields } from "~/features/ideas/StaffIdeaFields";
import { DONE_WORDS, ORIGIN_WORDS, STATE_WORDS } from "~/features/ideas/staff-words";
import { supportByPhone } from "~/features/ideas/support-by-phone.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { listCauses } from "~/platform/links.server";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { SummaryList } from "~/ui/SummaryList";
import { Tag } from "~/ui/Tag";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.idea.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findIdeaForStaff(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found) throw missing();
  const { idea, board, neighbourhood, merged, into, splits } = found;
  const causes = (await listCauses(ctx, "idea", [idea.id])).get(idea.id) ?? [];
  const notes = causes.filter((one) => one.kind === "event_note").map((one) => one.id);
  return {
    idea,
    board: { slug: board.slug, title: board.title },
    ...{ merged, into, splits },
    saidAt: await findNoteEvents(ctx, notes),
    arranges: may.arrange(ctx.actor, board),
    counts: may.add(ctx.actor, board) && standingOf(board, ctx.now) === "open" ? board.support : "none",
    typed: {
      neighbourhood: neighbourhood?.slug ?? "",
      themes: ((await listIdeaThemes(ctx, [idea.id])).get(idea.id) ?? []).map((one) => one.slug),
    },
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    done: DONE_WORDS[new URL(args.request.url).searchParams.get("done") ?? ""] ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { board = "", idea = "" } = args.params;
  const found = await findIdeaForStaff(ctx, board, idea);
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const here = `/manage/ideas/${board}/${idea}`;
  if (typed.phone !== undefined) {
    const put = await supportByPhone(ctx, { id: found.idea.id, typed });
    return follow(
      args.context,
      typed,
      put,
      `${here}?done=${put.ok && put.isNew ? "phoned" : "phoned_before"}`,
    );
  }
  const arranged = await arrangeIdea(ctx, { id: found.idea.id, typed });
  return follow(args.context, typed, arranged, `${here}?done=arranged`);
}

export default function ManageIdea() {
  const data = useLoaderData<typeof loader>();
  const { idea, board, merged, into, splits, saidAt, arranges, counts, done } = data;
  const refused = useActionData<typeof action>();
  const here = `/manage/ideas/${board.slug}/${idea.slug}`;
  const rung = refused?.typed.phone === undefined ? undefined : refused;
  const isLive = idea.state === "live";
  return (
    <Page
      title={<span dir="auto">{idea.title}</span>}
      caption={board.title}
      back={{ href: `/manage/ideas/${board.slug}`, text: "The board" }}
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          done && <NotificationBanner success text={done} />
        )
      }
      head={
        <>
          <p>
            <Tag colour={STATE_WORDS[idea.state].colour}>{STATE_WORDS[idea.state].text}</Tag>
          </p>
          {isLive && (
            <ButtonRow>
              {arranges && (
                <ButtonLink href={`${here}/merge`} variant="secondary">
                  Join it to another
                </ButtonLink>
              )}
              {arranges && <a href={`${here}/split`}>Make two ideas of it</a>}
              <a href={`/ideas/${board.slug}/${idea.slug}`}>As people see it</a>
            </ButtonRow>
          )}
        </>
      }
    >
      <blockquote className="rh-said" lang={idea.locale} dir="auto">
        {idea.text}
      </blockquote>
      <SummaryList
        rows={[
          {
            key: "From",
            value: `${ORIGIN_WORDS[idea.origin]}${idea.shownName ? `, ${idea.shownName}` : ""}`,
          },
          { key: "Came in", value: dayAndClock(idea.createdAt) },
          { key: "Support that counts", value: idea.supportCount },
          ...saidAt.map(({ slug, title }) => ({
            key: "Said at",
            value: <a href={`/manage/events/${slug}/notes`}>{title}</a>,
          })),
        ]}
      />
      <IdeaMerges
        board={board.slug}
        idea={idea}
        merged={merged}
        into={into}
        splits={splits}
        arranges={arranges}
        proof={<FormToken />}
      />
      {isLive && counts !== "none" && (
        <PhoneSupport {...rung} action={here} byPoints={counts === "points"} proof={<FormToken />} />
      )}
      {arranges && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          <FormToken />
          <h2>What it is about</h2>
          <ArrangeFields
            typed={rung ? data.typed : (refused?.typed ?? data.typed)}
            fields={refused?.fields ?? {}}
            neighbourhoods={data.neighbourhoods}
            themes={data.themes}
          />
          <Button>Save</Button>
        </form>
      )}
    </Page>
  );
}
