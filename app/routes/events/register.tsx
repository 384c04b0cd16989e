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
import { RegistrationFields } from "~/features/events/RegistrationFields";
import { findEvent } from "~/features/events/read.server";
import { registerForEvent } from "~/features/events/register.server";
import { bookingAt, placesLeft } from "~/features/events/rules";
import { getBorough, listNeighbourhoods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
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
  const { onlineLink: _link, dialIn: _dial, description: _source, ...event } = seen.event;
  return {
    seen: { ...seen, event },
    title: t("register.title", { event: event.title }),
    booking: bookingAt(event, ctx.now),
    left: placesLeft(event),
    borough: await getBorough(ctx),
    neighbourhoods: await listNeighbourhoods(ctx),
    submissionId: newSubmissionId(ctx),
  };
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
  const { seen, borough, booking, left, neighbourhoods, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const fields = refused?.fields ?? {};
  const errors = Object.entries(fields).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${name}` : undefined,
  }));
  const canBook = booking === "open";
  return (
    <>
      {errors.length > 0 && (
        <div className="rh-wrap rh-notice">
          <ErrorSummary errors={errors} />
        </div>
      )}
      <EventHead seen={seen} left={left} booking={booking} locale={locale} link={link} />
      <Section tight>
        <Columns aside={<EventAside seen={seen} contacts={borough.contacts} locale={locale} link={link} />}>
          {canBook ? (
            <>
              <h2>{left > 0 ? t("register.save") : t("register.join")}</h2>
              <p>{left > 0 ? t("register.intro") : t("register.introFull")}</p>
              <form method="post" action={link(`/events/${seen.event.slug}/register`)} noValidate>
                <FormToken />
                <input type="hidden" name="submissionId" value={keptId(refused?.typed) ?? submissionId} />
                <RegistrationFields
                  typed={refused?.typed ?? {}}
                  fields={fields}
                  event={seen.event}
                  left={left}
                  neighbourhoods={neighbourhoods}
                  locale={locale}
                  link={link}
                />
                <Button arrow>{left > 0 ? t("register.send") : t("register.sendJoin")}</Button>
              </form>
            </>
          ) : (
            <EventBooking event={seen.event} booking={booking} left={left} locale={locale} link={link} />
          )}
        </Columns>
      </Section>
    </>
  );
}

/** The form keeps its id when it comes back, so that the double click of a mended form is one too. */
function keptId(typed: Record<string, string | string[]> | undefined): string | undefined {
  const id = typed?.submissionId;
  return typeof id === "string" && id !== "" ? id : undefined;
}
