import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findStep } from "~/features/surveys/read-step.server";
import { firstOpenPage } from "~/features/surveys/route";
import { readCode } from "~/features/surveys/rules";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { carrying } from "~/routes/answering.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** The code opens somebody's answers: it stays in no cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const locale = args.context.locale as Locale;
  const step = await findStep(ctx, { slug: args.params.slug ?? "", cookie: "", locale });
  if (!step) throw missing();
  return {
    title: translator(locale)("surveys.return.title"),
    said: step.said,
    slug: step.survey.slug,
    code: readCode(args.params.code ?? "") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const locale = args.context.locale as Locale;
  const typed = await typedIn(args.request);
  const step = await findStep(ctx, { slug, cookie: one(typed, "code"), locale });
  if (!step) throw missing();
  if (!step.draft || !step.code) {
    const t = translator(locale);
    return refuse(args.context, typed, { code: [t("surveys.return.wrong")] });
  }
  const page = firstOpenPage(step.questionnaire, step.draft.answers) ?? "check";
  return redirect(inLocale(locale, `/surveys/${slug}/${page}`), {
    status: 303,
    headers: carrying(ctx, slug, step.code),
  });
}

export default function ReturnToAnswers() {
  const { said, slug, code } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const here = useHere();
  const link = useLink();
  return (
    <SurveyStep
      survey={said.title}
      back={{ href: link(`/surveys/${slug}`) }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <h1 className="govuk-heading-l">{t("surveys.return.title")}</h1>
      <form method="post" action={here} noValidate>
        <FormToken />
        <TextInput
          name="code"
          label={t("surveys.return.code")}
          hint={t("surveys.return.hint")}
          width={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={refused?.fields.code?.[0]}
          defaultValue={one(refused?.typed ?? {}, "code", code)}
        />
        <Button arrow>{t("surveys.carryOn")}</Button>
      </form>
    </SurveyStep>
  );
}
