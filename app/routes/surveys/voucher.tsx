import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bringVoucher } from "~/features/surveys/bring-voucher.server";
import { firstOpenPage } from "~/features/surveys/route";
import { SurveyStep } from "~/features/surveys/SurveyStep";
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
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** A voucher belongs to whoever holds it: it stays in no cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { slug, locale, to, survey, standing, draft, said } = await stepOf(args, ctx);
  if (!survey.asksVoucher) throw missing();
  if (standing === "closed" || (standing !== "open" && !draft)) throw redirect(to(""), 303);
  return {
    title: translator(locale)("surveys.voucher.title"),
    said,
    slug,
    voucher: draft?.voucher ?? "",
    used: new URL(args.request.url).searchParams.has("used"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { slug, locale, to, survey, questionnaire, draft } = await stepOf(args, ctx);
  const typed = await typedIn(args.request);
  const { code } = broughtTo(args, ctx);
  const brought = await bringVoucher(ctx, { slug, voucher: one(typed, "voucher"), code });
  if (brought.ok) {
    const page = firstOpenPage(questionnaire, draft?.answers ?? {}) ?? "check";
    const next = survey.anonymity === "linked" && !draft?.who ? "about-you" : page;
    return redirect(to(`/${next}`), { status: 303, headers: carrying(ctx, slug, brought.code) });
  }
  if (brought.reason === "missing") throw missing();
  const t = translator(locale);
  if (brought.reason === "wrong" || brought.reason === "used") {
    return refuse(args.context, typed, { voucher: [t(`surveys.voucher.${brought.reason}`)] });
  }
  if (brought.reason === "too_many") return refuse(args.context, typed, { "": [t("surveys.tooMany")] }, 429);
  return redirect(to(""), 303);
}

export default function BringVoucher() {
  const { said, slug, voucher, used } = useLoaderData<typeof loader>();
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
      <h1 className="govuk-heading-l">{t("surveys.voucher.title")}</h1>
      {used && !refused && <InsetText>{t("surveys.voucher.used")}</InsetText>}
      <p>{t("surveys.voucher.kept")}</p>
      <form method="post" action={here} noValidate>
        <FormToken />
        <TextInput
          name="voucher"
          label={t("surveys.voucher.code")}
          hint={t("surveys.voucher.hint")}
          width={10}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={refused?.fields.voucher?.[0]}
          defaultValue={one(refused?.typed ?? {}, "voucher", voucher)}
        />
        <Button arrow>{t("surveys.next")}</Button>
      </form>
    </SurveyStep>
  );
}
