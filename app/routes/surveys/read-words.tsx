import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getBorough } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { codingProgress, findToRead, listTexts, WORD_VIEWS } from "~/features/surveys/read-words.server";
import { sortWords } from "~/features/surveys/sort-words.server";
import { isOpen, WordCard } from "~/features/surveys/WordCard";
import { WordViews } from "~/features/surveys/WordViews";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.box.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const survey = await findToRead(ctx, args.params.slug ?? "");
  if (!survey) throw missing();
  if (survey === "none") throw forbidden();
  const box = (await codingProgress(ctx, survey)).find((one) => one.key === args.params.box);
  if (!box) throw missing();
  const query = new URL(args.request.url).searchParams;
  const asked = WORD_VIEWS.find((one) => one === query.get("view"));
  const view = asked ?? (box.isDone ? "read" : "unread");
  const after = /^\d{1,16}$/.test(query.get("after") ?? "") ? Number(query.get("after")) : undefined;
  const { safeguardingAdults, safeguardingChildren } = (await getBorough(ctx)).contacts;
  return {
    ...{ slug: survey.slug, title: survey.title, box, view, after },
    ...(await listTexts(ctx, survey.id, box, { view, after })),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    danger: { safeguardingAdults, safeguardingChildren },
    left: Number(query.get("left") ?? 0) > 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", box = "" } = args.params;
  const typed = await typedIn(args.request);
  const sorted = await sortWords(ctx, { slug, box, part: "first", typed });
  if (!sorted.ok) return follow(args.context, typed, sorted, "");
  const query = new URL(args.request.url).searchParams;
  query.set("after", [typed.last ?? ""].flat()[0] ?? "");
  if (sorted.left > 0) query.set("left", "1");
  else query.delete("left");
  return redirect(`/manage/surveys/${slug}/words/${box}?${query}`, 303);
}

export default function ReadWords() {
  const { slug, title, box, view, after, texts, last, more, themes, danger, left } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = `/manage/surveys/${slug}/words/${box.key}`;
  const cards = texts.map((text, n) => (
    <WordCard
      key={text.id}
      {...{ text, themes, refused }}
      n={n + 1}
      of={texts.length}
      quotes={`/manage/surveys/${slug}/quotes`}
    />
  ));
  const isWorrying = texts.some((text) => text.danger === "waiting");
  return (
    <Page
      title={box.title}
      caption={title}
      back={{ href: `/manage/surveys/${slug}/words`, text: "What people wrote" }}
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          left && <NotificationBanner>Somebody else had read some of them before you.</NotificationBanner>
        )
      }
      head={<WordViews at={at} box={box} view={view} />}
    >
      {isWorrying && (
        <WarningText>
          Someone may be in danger. Ring the safeguarding team today: adults {danger.safeguardingAdults},
          children {danger.safeguardingChildren}. At once, ring 999. This page does not pass it on.
        </WarningText>
      )}
      {texts.length === 0 && (
        <EmptyState title={after ? "These were the last" : "Nothing here"} icon="talk">
          <p>
            {after ? <a href={`${at}?view=${view}`}>Begin again from the top</a> : "Choose another list."}
          </p>
        </EmptyState>
      )}
      {texts.some(isOpen) ? (
        <form
          method="post"
          action={`${at}?${new URLSearchParams({ view, ...(after ? { after: String(after) } : {}) })}`}
          noValidate
        >
          <FormToken />
          <input type="hidden" name="last" value={last ?? ""} />
          {cards}
          <p className="rh-note">Answers on which you tick nothing stay as they are.</p>
          <Button arrow>Save and next</Button>
        </form>
      ) : (
        cards
      )}
      {more && last !== null && (
        <p>
          <a href={`${at}?view=${view}&after=${last}`}>
            {view === "unread" ? "Pass over these" : "More answers"}
          </a>
        </p>
      )}
    </Page>
  );
}
