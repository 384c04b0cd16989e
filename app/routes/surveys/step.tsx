import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getBorough } from "~/features/places/read.server";
import { answerPage } from "~/features/surveys/answer-page.server";
import { fieldsOn, pageFor, placeOf } from "~/features/surveys/answering";
import { postedOf } from "~/features/surveys/answers";
import { findStep } from "~/features/surveys/read-step.server";
import { pageBefore, pagesOnRoute } from "~/features/surveys/route";
import { COOKIE_HOURS, cookieOf, readCode } from "~/features/surveys/rules";
import { SurveyQuestion } from "~/features/surveys/SurveyQuestion";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { SurveyParagraphs, SurveyWords } from "~/features/surveys/SurveyWords";
import { shownIn } from "~/features/surveys/shown";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Answers belong to whoever is at the screen now, and to nobody after them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const wanted = args.params.step ?? "";
  const locale = args.context.locale as Locale;
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(slug));
  const step = await findStep(ctx, { slug, cookie, locale });
  if (!step) throw missing();
  const { survey, questionnaire, draft, standing, said } = step;
  const to = (path: string) => redirect(inLocale(locale, `/surveys/${slug}${path}`), 303);
  const closed = standing === "closed" || (standing !== "open" && !draft);
  if (!questionnaire.questions.some(({ key }) => key === wanted)) throw missing();
  if (closed || (!draft && wanted !== step.first)) throw to("");
  if (survey.anonymity === "linked" && !draft?.who) throw to("/about-you");
  const answers = draft?.answers ?? {};
  const key = pageFor(questionnaire, answers, wanted);
  if (key !== wanted) throw to(`/${key}`);
  const page = pagesOnRoute(questionnaire, answers).find((one) => one.key === key);
  if (!page) throw to("");
  const shown = shownIn(questionnaire, locale, answers);
  const questions = page.questions.map((question) => shown.question(question));
  const t = translator(locale);
  const helped = draft?.helped ? ` · ${t(`surveys.helped.${draft.helped.channel}`)}` : "";
  const place = t("surveys.place", placeOf(questionnaire, answers, key)) + helped;
  return {
    title: `${questions[0]?.title.text ?? ""} – ${place}`,
    said,
    place,
    questions,
    section: page.section ? shown.section(page.section) : undefined,
    typed: Object.assign({}, ...page.questions.map((one) => postedOf(one, answers[one.key]))),
    order: fieldsOn(page.questions),
    backTo: pageBefore(questionnaire, answers, key) ?? "",
    anonymous: survey.anonymity === "anonymous",
    phone: (await getBorough(ctx)).contacts.phone,
    slug,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const page = args.params.step ?? "";
  const locale = args.context.locale as Locale;
  const t = translator(locale);
  const typed = await typedIn(args.request);
  const pressed = one(typed, "action");
  const code = readCode(cookieIn(args.request, ctx.origin, cookieOf(slug)));
  const fromCheck = new URL(args.request.url).searchParams.has("check");
  const move = { back: pressed === "back" || pressed === "save", fromCheck };
  const kept = await answerPage(ctx, { slug, page, posted: typed, move, code });
  const to = (path: string) => inLocale(locale, `/surveys/${slug}${path}`);
  if (kept.ok) {
    const next = pressed === "save" ? "/save" : kept.next === null ? "" : `/${kept.next}`;
    const cookie = cookieLine(ctx.origin, cookieOf(slug), kept.code, COOKIE_HOURS * 3600);
    return redirect(to(next), { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (kept.reason === "missing") throw missing();
  if (kept.reason === "wrong") {
    const sentences = kept.wrong.map(({ field, problem, values }) => [
      field,
      [t(`surveys.wrong.${problem}`, values ?? {})],
    ]);
    return refuse(args.context, typed, Object.fromEntries(sentences));
  }
  if (kept.reason === "too_many") return refuse(args.context, typed, { "": [t("surveys.tooMany")] }, 429);
  return redirect(to(kept.reason === "who" ? "/about-you" : ""), 303);
}

export default function SurveyStepPage() {
  const { said, place, questions, section, typed, order, backTo, anonymous, phone, slug } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const here = useHere();
  const link = useLink();
  const back = link(backTo ? `/surveys/${slug}/${backTo}` : `/surveys/${slug}`);
  const alone = questions.length === 1;
  const free = questions.some(({ kind, other }) => kind.endsWith("_text") || other);
  const answers = { typed: refused?.typed ?? typed, fields: refused?.fields ?? {} };
  return (
    <SurveyStep
      survey={said.title}
      section={alone ? section?.title : undefined}
      place={place}
      back={{ href: back }}
      notice={refused && <ErrorSummary errors={inOrder(refused, order)} />}
    >
      <form method="post" action={here} noValidate>
        <FormToken />
        {!alone && (
          <h1 className="govuk-heading-l">
            <SurveyWords of={section?.title ?? said.title} />
          </h1>
        )}
        {section?.text && <SurveyParagraphs of={section.text} />}
        {questions.map((question) => (
          <SurveyQuestion key={question.key} question={question} alone={alone} {...answers} />
        ))}
        {free && (
          <InsetText>
            <p>{t(anonymous ? "surveys.freeAnonymous" : "surveys.freeLinked")}</p>
            <SurveyParagraphs of={said.whoSees} />
            <p>{t("say.danger", { phone })}</p>
          </InsetText>
        )}
        <ButtonRow>
          <Button name="action" value="next" arrow>
            {t("surveys.next")}
          </Button>
          <Button name="action" value="back" variant="secondary">
            {t("surveys.back")}
          </Button>
          <Button name="action" value="save" variant="secondary">
            {t("surveys.save")}
          </Button>
        </ButtonRow>
      </form>
    </SurveyStep>
  );
}
