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
import { EventSessions } from "~/features/events/EventSessions";
import { RegistrationForm } from "~/features/events/RegistrationForm";
import { getInvitedEvent } from "~/features/events/read.server";
import { getBookingPage } from "~/features/events/read-booking.server";
import { findInvitation, findUse } from "~/features/events/read-invitations.server";
import { registerForEvent } from "~/features/events/register.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Columns } from "~/ui/Columns";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Prose } from "~/ui/Prose";
import { Section } from "~/ui/Section";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.seen.event.title),
  { name: "robots", content: "noindex" },
];

/** The address is a secret, and so is what it shows. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const invited = await findInvitation(ctx, token);
  if (!invited) throw missing();
  const { locale } = args.context;
  const used = await findUse(ctx, invited.invitation);
  if (used) throw redirect(inLocale(locale as Locale, `/registrations/${used}`));
  const seen = await getInvitedEvent(ctx, invited);
  const { name, most } = invited.invitation;
  return { token, name, most, ...(await getBookingPage(ctx, seen, locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, clientAddress } = args.context;
  const invitation = args.params.token ?? "";
  const invited = await findInvitation(ctx, invitation);
  if (!invited) throw missing();
  const typed = await typedIn(args.request);
  const submissionId = one(typed, "submissionId");
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  if (cameTooSoon(ctx, submissionId)) return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const { slug } = invited.event;
  const booked = { slug, typed, locale, submissionId, invitation, limitBy: clientAddress };
  const result = await registerForEvent(ctx, booked);
  if (result.ok) return redirect(inLocale(locale as Locale, `/registrations/${result.link}`), 303);
  // Used a moment ago, perhaps in another window: the page leads to the booking.
  if (result.reason === "missing") return redirect(inLocale(locale as Locale, `/invitations/${invitation}`));
  return refuse(args.context, typed, result.fields ?? { "": [`problems.${result.reason}`] });
}

export default function InvitationPage() {
  const { token, name, most, seen, borough, booking, adjust, ...data } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const errors = Object.entries(refused?.fields ?? {}).map(([field, [key = ""]]) => ({
    text: t(key),
    href: field ? `#${field}` : undefined,
  }));
  const shared = { left: data.left, locale, link };
  const event = seen.event;
  return (
    <>
      {errors.length > 0 && (
        <div className="rh-wrap rh-notice">
          <ErrorSummary errors={errors} />
        </div>
      )}
      <EventHead seen={seen} booking={booking} back={null} {...shared} />
      <Section tight>
        <Columns aside={<EventAside seen={seen} contacts={borough.contacts} locale={locale} link={link} />}>
          <InsetText>
            <p>
              <strong>
                <bdi>{t("invitation.hello", { name })}</bdi>
              </strong>
            </p>
            <p>{t("invitation.text", { count: most })}</p>
          </InsetText>
          <Prose html={event.descriptionHtml} {...asEnglish(locale)} />
          <EventSessions sessions={data.sessions} locale={locale} />
          {booking === "open" ? (
            <RegistrationForm
              action={link(`/invitations/${token}`)}
              event={event}
              adjust={adjust}
              {...data}
              {...shared}
              refused={refused}
              proof={<FormToken />}
            />
          ) : (
            <EventBooking event={event} booking={booking} isLate={adjust?.late ?? false} {...shared} />
          )}
        </Columns>
      </Section>
    </>
  );
}
