import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerReview } from "~/features/people/answer-review.server";
import { RememberedNeeds } from "~/features/people/RememberedNeeds";
import { RememberFields } from "~/features/people/RememberFields";
import { findRemembered, findReviewed } from "~/features/people/read-remembered.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
import { rememberedTyped } from "~/features/people/remembered-typed";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const NEWS = ["remembered", "forgotten", "confirmed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const found = await findReviewed(ctx, token);
  if (!found) throw missing();
  const remembered = await findRemembered(ctx, found.person);
  const news = new URL(args.request.url).searchParams.get("news");
  return {
    token,
    remembered,
    open: ["asked", "unconfirmed"].includes(found.review.state),
    start: rememberedTyped(remembered),
    title: translator(args.context.locale as Locale)("remember.reviewTitle"),
    news: NEWS.find((one) => one === news) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const found = await findReviewed(ctx, token);
  if (!found) throw missing();
  const participantId = found.person.id;
  const typed = await typedIn(args.request);
  const here = inLocale(args.context.locale as Locale, `/needs/${token}`);
  if (one(typed, "act") === "confirm") {
    const answered = await answerReview(ctx, { participantId });
    if (!answered.ok) throw missing();
    return redirect(`${here}?news=confirmed`, 303);
  }
  const result = await rememberNeeds(ctx, { participantId, typed, channel: "web" });
  if (result.ok) return redirect(`${here}?news=remembered`, 303);
  if (result.reason === "missing") throw missing();
  return refuse(args.context, typed, result.fields);
}

export default function NeedReview() {
  const { token, remembered, open, start, title, news } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = link(`/needs/${token}`);
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: `#${name}`,
  }));
  return (
    <Page
      title={title}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          news && <NotificationBanner success text={t(`remember.news.${news}`)} />
        )
      }
    >
      <div className="rh-narrow">
        <p>{remembered ? t("remember.text") : t("remember.gone")}</p>
        {remembered && <RememberedNeeds remembered={remembered} locale={locale} />}
        {remembered && (
          <ButtonRow>
            {open && (
              <form method="post" action={here}>
                <FormToken />
                <Button name="act" value="confirm">
                  {t("remember.still")}
                </Button>
              </form>
            )}
            <ButtonLink href={link(`/needs/${token}/forget`)} variant="secondary">
              {t("remember.forget")}
            </ButtonLink>
          </ButtonRow>
        )}
        <Details summary={t(remembered ? "remember.changed" : "remember.legend")} open={errors.length > 0}>
          <form method="post" action={here} noValidate>
            <FormToken />
            <RememberFields typed={refused?.typed ?? start} fields={refused?.fields ?? {}} />
            <Button>{t("remember.save")}</Button>
          </form>
        </Details>
      </div>
    </Page>
  );
}
