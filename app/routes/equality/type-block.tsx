import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { codesOf, PREFER_NOT, QUESTIONS, type QuestionKey } from "~/features/equality/code-lists";
import { may } from "~/features/equality/may";
import { listExtras, listPlaces } from "~/features/equality/read.server";
import { typeBlock } from "~/features/equality/type-block.server";
import { CODE_WORDS } from "~/features/equality/words";
import { findCollection } from "~/routes/collections.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Type a sheet about somebody";
const EXTRA: readonly string[] = ["gender", "religion", "orientation"];

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { kind = "", slug = "" } = args.params;
  const collection = await findCollection(ctx, kind, slug);
  if (!collection) throw missing();
  if (!may.enter(ctx.actor)) throw forbidden();
  const extras: readonly string[] = await listExtras(ctx);
  return {
    collection,
    places: await listPlaces(ctx),
    questions: QUESTIONS.filter((question) => !EXTRA.includes(question) || extras.includes(question)),
    kept: new URL(args.request.url).searchParams.has("kept"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { kind = "", slug = "" } = args.params;
  const found = await findCollection(ctx, kind, slug);
  if (!found) throw missing();
  const posted = await typedIn(args.request);
  const kept = await typeBlock(ctx, { collection: { kind: found.kind, id: found.id }, posted });
  if (kept.ok) return redirect(`/manage/equality/type/${kind}/${slug}?kept`, 303);
  if (kept.reason === "not_allowed") throw forbidden();
  return refuse(args.context, posted, kept.fields ?? { "": ["Choose answers from the lists"] });
}

export default function TypeBlock() {
  const { collection, places, questions, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed = refused?.typed ?? {};
  const { kind, slug, title } = collection;
  const field = (name: string) => ({
    name,
    label: t(`equality.questions.${name}`),
    error: refused?.fields[name]?.[0],
    defaultValue: one(typed, name),
  });
  const word = (question: QuestionKey, code: string) =>
    CODE_WORDS[question]?.[code] ?? t(`equality.codes.${question}.${code}`);
  const items = (question: QuestionKey) => [
    { value: "", text: "Nothing ticked" },
    ...codesOf(question).map((code) => ({ value: code, text: word(question, code) })),
    { value: PREFER_NOT, text: t("surveys.preferNot") },
  ];
  const back = kind === "survey" ? `/manage/surveys/${slug}` : `/manage/events/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="From the sheet that people give back apart. It is kept without a name, a day or your own, and can’t be found again."
      back={{ href: back, text: kind === "survey" ? "Back to the survey" : "Back to the event" }}
      notice={
        refused ? (
          <ErrorSummary errors={inOrder(refused, ["place", ...QUESTIONS])} />
        ) : (
          kept && <NotificationBanner success>Kept. Type the next one, or go back.</NotificationBanner>
        )
      }
    >
      <form className="rh-narrow" method="post" action={`/manage/equality/type/${kind}/${slug}`} noValidate>
        <FormToken />
        <Select
          {...field("place")}
          items={[
            { value: "", text: "Nothing ticked, or elsewhere" },
            ...places.map((place) => ({ value: place.slug, text: place.name })),
          ]}
        />
        {questions.map((question) =>
          question === "age" ? (
            <div key={question}>
              <TextInput {...field("age")} width={10} autoComplete="off" />
              <Checkboxes
                name="prefer"
                small
                values={[one(typed, "prefer")]}
                items={[{ value: PREFER_NOT, label: t("surveys.preferNot") }]}
              />
            </div>
          ) : (
            <Select key={question} {...field(question)} items={items(question)} />
          ),
        )}
        <Button>Keep it, and type the next</Button>
      </form>
    </Page>
  );
}
