import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { adviseClaimant, claimPayment, declinePayment } from "~/features/events/claim-payment.server";
import { MoneyParts } from "~/features/events/MoneyParts";
import { findClaimant } from "~/features/events/read-claims.server";
import { getBorough } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const claimant = await findClaimant(ctx, { link: token });
  const hasPlace = claimant?.registration.state === "confirmed" && claimant.event.state === "published";
  if (!claimant || !hasPlace || claimant.parts.length === 0) throw missing();
  return {
    token,
    event: claimant.event.title,
    // Who decided on it is the team's business.
    parts: claimant.parts.map(({ offer, claim }) => ({
      offer,
      claim: claim && { state: claim.state, pence: claim.pence },
    })),
    hasBegun: claimant.event.startsAt <= ctx.now,
    phone: (await getBorough(ctx)).contacts.phone,
    title: translator(args.context.locale as Locale)("money.title"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const typed = await typedIn(args.request);
  const basis = one(typed, "basis") === "expenses" ? ("expenses" as const) : ("time" as const);
  const claiming = { key: { link: token }, basis };
  const act = one(typed, "act");
  const answer =
    act === "decline"
      ? await declinePayment(ctx, claiming)
      : act === "claim"
        ? await claimPayment(ctx, { ...claiming, typed })
        : await adviseClaimant(ctx, claiming);
  const here = inLocale(args.context.locale as Locale, `/registrations/${token}/money`);
  if (answer.ok) return redirect(`${here}#${basis}`, 303);
  if (answer.reason === "missing") throw missing();
  return refuse(args.context, typed, answer.fields ?? { "": [`problems.${answer.reason}`] });
}

export default function Money() {
  const { token, event, parts, hasBegun, phone, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const basis = one(refused?.typed ?? {}, "basis");
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${basis}-${name}` : undefined,
  }));
  return (
    <Page
      title={title}
      lede={t("money.lede", { event })}
      back={{ href: link(`/registrations/${token}`), text: t("money.back") }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <div className="rh-narrow">
        <MoneyParts
          parts={parts}
          hasBegun={hasBegun}
          phone={phone}
          action={link(`/registrations/${token}/money`)}
          refused={refused}
          locale={locale}
          proof={<FormToken />}
        />
      </div>
    </Page>
  );
}
