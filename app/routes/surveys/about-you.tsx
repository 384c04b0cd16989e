import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { firstOpenPage } from "~/features/surveys/route";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { sayWho } from "~/features/surveys/say-who.server";
import { translator } from "~/platform/i18n.server";
import { broughtTo, carrying, stepOf } from "~/routes/answering.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Answers belong to whoever is at the screen now, and to nobody after them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

async function find(args: LoaderFunctionArgs, ctx: Awaited<ReturnType<typeof anyone>>) {
  const step = await stepOf(args, ctx);
  if (step.survey.anonymity !== "linked") throw missing();
  return step;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, to, survey, standing, draft, said } = await find(args, ctx);
  if (standing !== "open" && !draft) throw redirect(to(""), 303);
  if (survey.asksVoucher && !draft?.voucher) throw redirect(to("/voucher"), 303);
  return {
    title: translator(locale)("surveys.who.title"),
    said,
    slug: survey.slug,
    who: draft?.who ?? { name: "", email: "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { slug, locale, to, questionnaire, draft } = await find(args, ctx);
  const t = translator(locale);
  const typed = await typedIn(args.request);
  const said = await sayWho(ctx, { slug, typed, code: broughtTo(args, ctx).code });
  if (said.ok) {
    const page = firstOpenPage(questionnaire, draft?.answers ?? {}) ?? "check";
    return redirect(to(`/${page}`), { status: 303, headers: carrying(ctx, slug, said.code) });
  }
  if (said.reason === "missing") throw missing();
  if (!said.fields) return redirect(to(""), 303);
  const fields = Object.entries(said.fields).map(([field, [key = ""]]) => [field, [t(key)]]);
  return refuse(args.context, typed, Object.fromEntries(fields));
}

export default function AboutYou() {
  const { said, slug, who } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const here = useHere();
  const link = useLink();
  const field = (name: "name" | "email") => ({
    name,
    error: refused?.fields[name]?.[0],
    defaultValue: one(refused?.typed ?? {}, name, who[name]),
  });
  return (
    <SurveyStep
      survey={said.title}
      back={{ href: link(`/surveys/${slug}`) }}
      notice={refused && <ErrorSummary errors={inOrder(refused, ["name", "email"])} />}
    >
      <h1 className="govuk-heading-l">{t("surveys.who.title")}</h1>
      <InsetText>{t("surveys.kept.linked.text")}</InsetText>
      <form method="post" action={here} noValidate>
        <FormToken />
        <TextInput {...field("name")} label={t("surveys.who.name")} autoComplete="name" />
        <TextInput
          {...field("email")}
          type="email"
          label={t("surveys.who.email")}
          hint={t("surveys.who.emailHint")}
          autoComplete="email"
          spellCheck={false}
        />
        <Button arrow>{t("surveys.next")}</Button>
      </form>
    </SurveyStep>
  );
}
