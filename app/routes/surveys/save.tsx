import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mailReturnLink } from "~/features/surveys/mail-return-link.server";
import { firstOpenPage } from "~/features/surveys/route";
import { DRAFT_DAYS } from "~/features/surveys/rules";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { translator } from "~/platform/i18n.server";
import { dayAndClock, plainDay, startOfDay } from "~/platform/london";
import { broughtTo, carrying, stepOf } from "~/routes/answering.server";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** The code opens somebody's answers: it stays in no cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { slug, locale, to, survey, questionnaire, draft, code, said } = await stepOf(args, ctx);
  if (!draft || !code) throw redirect(to(""), 303);
  const lastDay = startOfDay(ctx.now, DRAFT_DAYS);
  return {
    title: translator(locale)("surveys.keep.title"),
    said,
    slug,
    code,
    lastDay: survey.closesAt < lastDay ? null : lastDay,
    closesAt: survey.closesAt,
    next: firstOpenPage(questionnaire, draft.answers) ?? "check",
    email: survey.anonymity === "linked" ? (draft.who?.email ?? "") : null,
    mailed: new URL(args.request.url).searchParams.get("mailed") === "yes",
    origin: ctx.origin,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { slug, locale, code, ...brought } = broughtTo(args, ctx);
  const to = (path: string, headers?: HeadersInit) => redirect(brought.to(path), { status: 303, headers });
  const t = translator(locale);
  const typed = await typedIn(args.request);
  if (one(typed, "action") !== "mail") {
    return to("", carrying(ctx, slug));
  }
  const mailed = await mailReturnLink(ctx, { slug, typed, code, locale });
  if (mailed.ok) return to("/save?mailed=yes");
  if (!mailed.fields) return to("");
  const fields = Object.entries(mailed.fields).map(([field, [key = ""]]) => [field, [t(key)]]);
  return refuse(args.context, typed, Object.fromEntries(fields));
}

export default function KeepAnswers() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const here = useHere();
  const link = useLink();
  const until = data.lastDay
    ? t("surveys.keep.until", { when: plainDay(data.lastDay, locale) })
    : t("surveys.keep.untilClose", { when: dayAndClock(data.closesAt, locale) });
  return (
    <SurveyStep survey={data.said.title} notice={refused && <ErrorSummary errors={summaryOf(refused)} />}>
      <h1 className="govuk-heading-l">{t("surveys.keep.title")}</h1>
      <p>{t("surveys.keep.text")}</p>
      <p className="govuk-heading-l" dir="ltr">
        <bdi>{data.code}</bdi>
      </p>
      <p>
        {t("surveys.keep.where")}{" "}
        <bdi dir="ltr">{`${data.origin}${link(`/surveys/${data.slug}/return`)}`}</bdi>
      </p>
      <p>{until}</p>
      {data.mailed && <InsetText>{t("surveys.keep.mailed")}</InsetText>}
      {data.email === null ? (
        <p>{t("surveys.keep.noMail")}</p>
      ) : (
        <form method="post" action={here} noValidate>
          <FormToken />
          <TextInput
            name="email"
            type="email"
            label={t("surveys.keep.email")}
            autoComplete="email"
            spellCheck={false}
            error={refused?.fields.email?.[0]}
            defaultValue={one(refused?.typed ?? {}, "email", data.email)}
          />
          <Button name="action" value="mail" variant="secondary">
            {t("surveys.keep.mail")}
          </Button>
        </form>
      )}
      <form method="post" action={here}>
        <FormToken />
        <ButtonRow>
          <ButtonLink href={link(`/surveys/${data.slug}/${data.next}`)} arrow>
            {t("surveys.carryOn")}
          </ButtonLink>
          <Button name="action" value="stop" variant="secondary">
            {t("surveys.keep.stop")}
          </Button>
        </ButtonRow>
      </form>
    </SurveyStep>
  );
}
