import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importTranslations, planTranslations } from "~/features/surveys/import-translations.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { TranslationsPreview } from "~/features/surveys/TranslationsPreview";
import { saidIn } from "~/features/surveys/translations";
import { LOCALES } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Select } from "~/ui/Select";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Languages";
const OTHERS = LOCALES.filter(({ code }) => code !== "en");

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey } = seen;
  return {
    slug: survey.slug,
    survey: survey.title,
    edits: may.edit(ctx.actor, survey),
    done: new URL(args.request.url).searchParams.has("done"),
    languages: OTHERS.map(({ code, name }) => {
      const { all, said, missing } = saidIn(survey, survey.draft, code);
      return { code, name, all, said, first: missing[0] ?? null };
    }),
  };
}

/** First the file is read and shown; only the second time, when staff have seen what it changes, it counts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const { typed, file } = await uploadIn(args.request, "file");
  const text = file ? new TextDecoder().decode(file) : one(typed, "text");
  const input = { slug, locale: one(typed, "language"), text };
  const here = `/manage/surveys/${slug}/translations`;
  if (one(typed, "act") === "save") {
    return follow(args.context, typed, await importTranslations(ctx, input), `${here}?done=translated`);
  }
  if (!text) return refuse(args.context, typed, { file: ["Choose a translator’s file"] });
  const planned = await planTranslations(ctx, input);
  if (planned.ok) return json({ plan: planned.plan, text, language: input.locale });
  if (!planned.fields) throw planned.reason === "missing" ? missing() : forbidden();
  return refuse(args.context, typed, planned.fields);
}

export default function Translations() {
  const { slug, survey, edits, done, languages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = useHere();
  const refused = answer && "fields" in answer ? answer : undefined;
  const at = `/manage/surveys/${slug}`;
  if (answer && "plan" in answer) {
    const { plan, text, language } = answer;
    const name = languages.find(({ code }) => code === language)?.name ?? language;
    return (
      <Page title="Use these translations?" caption={survey} back={{ href: here, text: TITLE }}>
        <TranslationsPreview {...{ plan, text, language, name }} action={here} proof={<FormToken />} />
      </Page>
    );
  }
  return (
    <Page
      title={TITLE}
      caption={survey}
      lede="Save a file for a translator, and take it in again. Where a text has no translation, people read it in English, and are told so."
      back={{ href: at, text: "Back to the survey" }}
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          done && <NotificationBanner success>The translations are in the draft.</NotificationBanner>
        )
      }
    >
      <SurveyNav slug={slug} current="translations" />
      <Table
        caption="What the draft says in each language"
        captionSize="m"
        cards
        rows={languages}
        rowKey={({ code }) => code}
        columns={[
          { header: "Language", cell: ({ code, name }) => <span lang={code}>{name}</span> },
          { header: "Texts", numeric: true, cell: ({ said, all }) => `${said} of ${all}` },
          {
            header: "Missing first",
            cell: ({ first }) => (first ? `${first.text.slice(0, 60)} (${first.note})` : "Nothing"),
          },
          {
            header: "File",
            cell: ({ code, name }) => (
              <a href={`${at}/translations/${code}.csv`}>
                Save<span className="govuk-visually-hidden"> the texts for {name}</span> (CSV)
              </a>
            ),
          },
        ]}
      />
      {edits && (
        <form className="rh-narrow" method="post" action={here} encType="multipart/form-data" noValidate>
          <FormToken />
          <h2>Take a translator’s file in</h2>
          <Select
            name="language"
            label="Language"
            error={refused?.fields.language?.[0]}
            defaultValue={one(refused?.typed ?? {}, "language")}
            items={OTHERS.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <TextInput
            name="file"
            type="file"
            accept=".csv,text/csv"
            label="Translator’s file (CSV)"
            className="govuk-file-upload"
            error={refused?.fields.file?.[0]}
          />
          <Button>See what it would change</Button>
        </form>
      )}
    </Page>
  );
}
