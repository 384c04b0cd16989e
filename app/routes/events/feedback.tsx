import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FeedbackPage } from "~/features/events/FeedbackPage";
import { giveFeedback } from "~/features/events/give-feedback.server";
import { findToTell, type Told } from "~/features/events/read-after.server";
import { findAttender } from "~/features/events/read-feedback.server";
import { getBorough, getPeriods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Who comes back to the form meets the same form, so that sending it again is sending it once. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const query = new URL(args.request.url).searchParams;
  const asked = await askedAt(ctx, args.params);
  if (!asked) throw missing();
  const isSent = query.get("news") === "sent";
  const came = asked.hadPlace && query.get("came") !== "no";
  return {
    ...asked,
    title: translator(args.context.locale as Locale)(came ? "how.title" : "how.absentTitle"),
    came,
    standing: isSent && asked.given !== false ? ("sent" as const) : asked.given ? ("given" as const) : null,
    phone: (await getBorough(ctx)).contacts.phone,
    months: (await getPeriods(ctx)).wordsMonths,
    submissionId: newSubmissionId(ctx),
  };
}

/** Whoever opens their own link, which is good for once, or the page that anybody may open. */
async function askedAt(ctx: Ctx, { slug = "", token }: { slug?: string; token?: string }) {
  const facts = ({ telling, seen }: Told) => ({
    telling,
    event: { slug: seen.event.slug, title: seen.event.title },
  });
  if (token === undefined) {
    const told = await findToTell(ctx, slug);
    return (
      told && { ...facts(told), here: `/events/${slug}/feedback`, isOwn: false, hadPlace: true, given: null }
    );
  }
  const attender = await findAttender(ctx, token);
  if (!attender) return null;
  const { hadPlace, registration } = attender;
  return {
    ...facts(attender),
    here: `/feedback/${token}`,
    isOwn: true,
    hadPlace,
    given: registration.gaveFeedback,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, clientAddress } = args.context;
  const { slug = "", token } = args.params;
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  const submissionId = one(typed, "submissionId");
  // Whoever has a link of their own has shown that they are no script.
  if (token === undefined && cameTooSoon(ctx, submissionId))
    return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const by = token === undefined ? { slug } : { link: token };
  const given = await giveFeedback(ctx, { by, typed, submissionId, limitBy: clientAddress });
  const here = inLocale(
    locale as Locale,
    token === undefined ? `/events/${slug}/feedback` : `/feedback/${token}`,
  );
  if (given.ok) return redirect(`${here}?news=sent`, 303);
  if (given.reason === "given" && token !== undefined) return redirect(here, 303);
  if (given.reason === "missing" || given.reason === "given") throw missing();
  if (given.reason === "too_many") return refuse(args.context, typed, { "": ["problems.too_many"] }, 429);
  return refuse(args.context, typed, given.fields ?? { "": [`say.${given.reason}.title`] });
}

export default function Feedback() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const link = useLink();
  const { event, here, isOwn } = data;
  const came = data.came && one(refused?.typed ?? {}, "came") !== "no";
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${name}` : undefined,
  }));
  return (
    <Page
      title={t(came ? "how.title" : "how.absentTitle")}
      lede={t(came ? "how.lede" : "how.absentLede", { event: event.title })}
      back={isOwn ? undefined : { href: link(`/events/${event.slug}`), text: t("heard.event") }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {isOwn && data.telling === "open" && !data.standing && <p className="rh-narrow">{t("how.apart")}</p>}
      <FeedbackPage
        {...data}
        came={came}
        action={link(came ? here : `${here}?came=no`)}
        absent={came ? link(`${here}?came=no`) : null}
        refused={refused}
        link={link}
        proof={<FormToken />}
      />
    </Page>
  );
}
