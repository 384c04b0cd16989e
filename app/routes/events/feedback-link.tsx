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
import { findAttender } from "~/features/events/read-feedback.server";
import { getBorough, getPeriods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
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
  const token = args.params.token ?? "";
  const attender = await findAttender(ctx, token);
  if (!attender) throw missing();
  const { slug, title } = attender.seen.event;
  const query = new URL(args.request.url).searchParams;
  const isSent = query.get("news") === "sent";
  const given = attender.registration.gaveFeedback ? ("given" as const) : null;
  const t = translator(args.context.locale as Locale);
  const came = attender.hadPlace && query.get("came") !== "no";
  return {
    token,
    event: { slug, title },
    title: t(came ? "how.title" : "how.absentTitle"),
    telling: attender.telling,
    came,
    standing: given && isSent ? ("sent" as const) : given,
    phone: (await getBorough(ctx)).contacts.phone,
    months: (await getPeriods(ctx)).wordsMonths,
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, clientAddress } = args.context;
  const token = args.params.token ?? "";
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  const submissionId = one(typed, "submissionId");
  const given = await giveFeedback(ctx, { by: { link: token }, typed, submissionId, limitBy: clientAddress });
  const here = inLocale(locale as Locale, `/feedback/${token}`);
  if (given.ok) return redirect(`${here}?news=sent`, 303);
  if (given.reason === "given") return redirect(here, 303);
  if (given.reason === "missing") throw missing();
  if (given.reason === "too_many") return refuse(args.context, typed, { "": ["problems.too_many"] }, 429);
  return refuse(args.context, typed, given.fields ?? { "": [`say.${given.reason}.title`] });
}

export default function FeedbackLink() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const link = useLink();
  const { event, token } = data;
  const came = data.came && one(refused?.typed ?? {}, "came") !== "no";
  const here = `/feedback/${token}`;
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${name}` : undefined,
  }));
  const isAsking = data.telling === "open" && !data.standing;
  return (
    <Page
      title={t(came ? "how.title" : "how.absentTitle")}
      lede={t(came ? "how.lede" : "how.absentLede", { event: event.title })}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {isAsking && <p className="rh-narrow">{t("how.apart")}</p>}
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
