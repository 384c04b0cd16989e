import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FeedbackResults } from "~/features/events/FeedbackResults";
import { FeedbackWords } from "~/features/events/FeedbackWords";
import { judgeFeedback } from "~/features/events/judge-feedback.server";
import { permitsOf } from "~/features/events/may";
import { countFeedback, countWhoCame, listFeedbackWords } from "~/features/events/read-feedback.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { counted } from "~/features/events/staff-words";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "How it was for people");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { event } = seen;
  const permits = permitsOf(ctx.actor, event);
  const before = new URL(args.request.url).searchParams.get("before") ?? undefined;
  return {
    slug: event.slug,
    title: event.title,
    canType: permits.type && event.state === "published" && event.startsAt <= ctx.now,
    counts: await countFeedback(ctx, event.id),
    came: await countWhoCame(ctx, event.id),
    // Words may name somebody: those who may only count don't get them.
    words: permits.judge ? await listFeedbackWords(ctx, event.id, before) : null,
    before,
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const judged = await judgeFeedback(ctx, { slug, typed });
  return follow(
    args.context,
    typed,
    judged,
    `/manage/events/${slug}/feedback${new URL(args.request.url).search}`,
  );
}

export default function Feedback() {
  const { slug, title, canType, counts, came, words, before, themes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const share = came ? `, ${Math.round((100 * counts.forms) / came)}% of the ${came} who came` : "";
  return (
    <Page
      title="How it was for people"
      caption={title}
      lede={`${counted(counts.forms, "form", "forms")}${share}.`}
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
      head={
        canType && (
          <p>
            <ButtonLink href={`/manage/events/${slug}/feedback/new`}>Type a form in</ButtonLink>
          </p>
        )
      }
    >
      {counts.forms + counts.absent === 0 ? (
        <EmptyState title="Nobody has answered yet" icon="talk">
          <p>People are asked a day after the event, by email, by phone or by letter.</p>
        </EmptyState>
      ) : (
        <>
          <InsetText>
            These are true numbers, not for publication. People chose to answer, so others may see it
            differently.
          </InsetText>
          <FeedbackResults counts={counts} />
          {counts.absent > 0 && (
            <p>{counted(counts.absent, "person", "people")} who did not come said what would have helped.</p>
          )}
        </>
      )}
      {words && words.forms.length > 0 && (
        <FeedbackWords
          forms={words.forms}
          action={`/manage/events/${slug}/feedback${before ? `?before=${before}` : ""}`}
          proof={<FormToken />}
          fields={refused?.fields ?? {}}
          themes={themes}
          next={words.next && `/manage/events/${slug}/feedback?before=${words.next}`}
        />
      )}
    </Page>
  );
}
