import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { rateActivity } from "~/features/engagement/rate-activity.server";
import { findActivity } from "~/features/engagement/read.server";
import { canBeRated, LEVELS } from "~/features/engagement/rules";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { dayOf } from "~/platform/london";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const seen = await findActivity(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { slug, title } = seen.activity;
  const path = inLocale(args.context.locale as Locale, `/engagement/${slug}`);
  if (!canBeRated(seen.activity, dayOf(ctx.now))) throw redirect(path);
  const sent = new URL(args.request.url).searchParams.has("sent");
  const t = translator(args.context.locale as Locale);
  const heading = sent ? t("rate.thanks") : t("rate.title");
  return { slug, activity: title, sent, title: heading, submissionId: newSubmissionId(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const submissionId = one(typed, "submissionId");
  if (cameTooSoon(ctx, submissionId)) return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const result = await rateActivity(ctx, { slug, typed, submissionId, limitBy: args.context.clientAddress });
  const path = inLocale(args.context.locale as Locale, `/engagement/${slug}`);
  if (result.ok) return redirect(`${path}/rate?sent`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_yet") return redirect(path, 303);
  if (result.reason === "too_many") return refuse(args.context, typed, { "": ["problems.rateTooMany"] }, 429);
  return refuse(args.context, typed, result.fields);
}

export default function RateActivity() {
  const { slug, activity, sent, title, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const [field, [problem = ""] = []] = Object.entries(refused?.fields ?? {})[0] ?? [];
  const errors = problem ? [{ text: t(problem), href: field ? `#${field}` : undefined }] : [];
  const back = { href: link(`/engagement/${slug}`), text: <span {...asEnglish(locale)}>{activity}</span> };
  if (sent) {
    return (
      <Page title={title} back={back}>
        <p>{t("rate.thanksText")}</p>
      </Page>
    );
  }
  return (
    <Page title={title} back={back} notice={errors.length > 0 && <ErrorSummary errors={errors} />}>
      <form className="rh-narrow" method="post" action={link(`/engagement/${slug}/rate`)} noValidate>
        <FormToken />
        <input
          type="hidden"
          name="submissionId"
          value={one(refused?.typed ?? {}, "submissionId") || submissionId}
        />
        <p>{t("rate.who")}</p>
        <Radios
          name="level"
          legend={t("rate.hint")}
          error={field === "level" ? t(problem) : undefined}
          value={one(refused?.typed ?? {}, "level")}
          items={LEVELS.map((level) => ({ value: String(level), label: t(`rate.felt.${level}`) }))}
        />
        <Button>{t("rate.send")}</Button>
      </form>
    </Page>
  );
}
