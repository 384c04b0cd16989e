import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFeedbackAbout, listWaitingAbout } from "~/features/events/read-heard-themes.server";
import { may } from "~/features/places/may";
import { findThemeWhole } from "~/features/places/read-themes.server";
import { listFoundAbout, listProposedAbout } from "~/features/surveys/read-said.server";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.theme.plainLabel);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const whole = await findThemeWhole(ctx, args.params.slug ?? "");
  if (!whole) throw missing();
  const { theme, ids } = whole;
  if (theme.slug !== args.params.slug) throw redirect(`/manage/themes/${theme.slug}`);
  return {
    theme,
    mayKeep: may.keepThemes(ctx.actor),
    waiting: await listWaitingAbout(ctx, ids),
    feedback: await listFeedbackAbout(ctx, ids),
    found: await listFoundAbout(ctx, ids),
    proposed: await listProposedAbout(ctx, ids),
  };
}

export default function StaffTheme() {
  const { theme, mayKeep, waiting, feedback, found, proposed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={theme.plainLabel}
      caption={theme.label}
      lede="What waits about this theme where you work, and where answers are about it."
      back={{ href: "/manage/places/themes", text: "Themes" }}
      head={
        <ButtonRow>
          <a href={`/themes/${theme.slug}`}>The public page</a>
          <a href={`/manage/responses/theme/${theme.id}`}>Answer what people said about it</a>
          {mayKeep && <a href={`/manage/places/themes/${theme.slug}`}>Change its words</a>}
        </ButtonRow>
      }
    >
      {waiting.length + feedback.length + found.length + proposed.length === 0 && (
        <EmptyState title="Nothing waits" icon="talk">
          <p>Every note about it was carried to a next step, and no answer is about it.</p>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Table
          caption="Notes that were carried nowhere yet"
          captionSize="m"
          cards
          rows={waiting}
          rowKey={(one) => one.slug}
          columns={[
            {
              header: "Event",
              cell: (one) => <a href={`/manage/events/${one.slug}/notes?view=not_carried`}>{one.title}</a>,
            },
            { header: "Day", cell: (one) => plainDay(one.startsAt) },
            { header: "Notes", numeric: true, cell: (one) => one.notes },
          ]}
        />
      )}
      {proposed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Quotes that somebody has to look at</h2>
          <ul className="rh-list">
            {proposed.map(({ id, words, survey }) => (
              <li key={id}>
                <a href={`/manage/surveys/${survey}/quotes/${id}`}>“{words}”</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {feedback.length > 0 && (
        <Table
          caption="Words on feedback forms"
          captionSize="m"
          cards
          rows={feedback}
          rowKey={(one) => one.slug}
          columns={[
            {
              header: "Event",
              cell: (one) => <a href={`/manage/events/${one.slug}/feedback`}>{one.title}</a>,
            },
            { header: "Day", cell: (one) => plainDay(one.startsAt) },
            { header: "Forms", numeric: true, cell: (one) => one.forms },
          ]}
        />
      )}
      {found.length > 0 && (
        <Table
          caption="Answers to surveys"
          captionSize="m"
          cards
          rows={found}
          rowKey={(one) => `${one.slug} ${one.box}`}
          columns={[
            {
              header: "Survey",
              cell: (one) => (
                <a href={`/manage/surveys/${one.slug}/words/${one.box}?view=read`}>{one.title}</a>
              ),
            },
            { header: "Question", cell: (one) => one.question },
            { header: "Answers about it", numeric: true, cell: (one) => one.texts },
          ]}
        />
      )}
    </Page>
  );
}
