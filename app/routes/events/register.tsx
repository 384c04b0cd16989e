import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EventAside } from "~/features/events/EventAside";
import { EventBooking } from "~/features/events/EventBooking";
import { EventHead } from "~/features/events/EventHead";
import { RegistrationForm } from "~/features/events/RegistrationForm";
import { findEvent } from "~/features/events/read.server";
import { getBookingPage } from "~/features/events/read-booking.server";
import { registerForEvent } from "~/features/events/register.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Columns } from "~/ui/Columns";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Section } from "~/ui/Section";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Who comes back to the form meets the same form, so that sending it again is sending it once. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const seen = await findEvent(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const t = translator(args.context.locale as Locale);
  const title = t("register.title", { event: seen.event.title });
  return { title, ...(await getBookingPage(ctx, seen, args.context.locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, clientAddress } = args.context;
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  if (cameTooSoon(ctx, one(typed, "submissionId")))
    return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const result = await registerForEvent(ctx, {
    slug: args.params.slug ?? "",
    typed,
    locale,
    submissionId: one(typed, "submissionId"),
    limitBy: clientAddress,
  });
  if (result.ok) return redirect(inLocale(locale as Locale, `/registrations/${result.link}`), 303);
  if (result.reason === "missing") throw missing();
  return refuse(args.context, typed, result.fields ?? { "": [`problems.${result.reason}`] });
}

export default function Register() {
  const { seen, borough, booking, left, adjust, ...data } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${name}` : undefined,
  }));
  const shared = { left, locale, link };
  return (
    <>
      {errors.length > 0 && (
        <div className="rh-wrap rh-notice">
          <ErrorSummary errors={errors} />
        </div>
      )}
      <EventHead seen={seen} booking={booking} {...shared} />
      <Section tight>
        <Columns aside={<EventAside seen={seen} contacts={borough.contacts} locale={locale} link={link} />}>
          {booking === "open" ? (
            <RegistrationForm
              action={link(`/events/${seen.event.slug}/register`)}
              event={seen.event}
              adjust={adjust}
              {...data}
              {...shared}
              refused={refused}
              proof={<FormToken />}
            />
          ) : (
            <EventBooking event={seen.event} booking={booking} isLate={adjust?.late ?? false} {...shared} />
          )}
        </Columns>
      </Section>
    </>
  );
}
