import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { placeWords } from "~/features/events/after";
import { leaveNote } from "~/features/events/leave-note.server";
import { NoteFields } from "~/features/events/NoteFields";
import { findToTell } from "~/features/events/read-after.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { TellClosed } from "~/features/events/TellClosed";
import { TellFoot } from "~/features/events/TellFoot";
import { getBorough, getPeriods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Who comes back to the form meets the same form, so that sending it again is sending it once. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const told = await findToTell(ctx, args.params.slug ?? "");
  if (!told) throw missing();
  const { slug, title } = told.seen.event;
  const query = new URL(args.request.url).searchParams;
  const sessions = query.has("stall") ? await listSessions(ctx, told.seen.event.id) : [];
  const stall = sessions.find(({ id }) => id === query.get("stall"));
  return {
    event: { slug, title },
    title: `${translator(args.context.locale as Locale)("say.heading")}: ${title}`,
    telling: told.telling,
    until: told.until,
    phone: (await getBorough(ctx)).contacts.phone,
    months: (await getPeriods(ctx)).wordsMonths,
    // From the square on a stall's card, and kept from one note to the next.
    place: stall ? placeWords(stall) : (query.get("at") ?? "").slice(0, 80),
    session: stall?.id ?? "",
    isKept: query.get("news") === "kept",
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { locale, clientAddress } = args.context;
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  const submissionId = one(typed, "submissionId");
  if (cameTooSoon(ctx, submissionId)) return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const kept = await leaveNote(ctx, { slug, typed, submissionId, locale, limitBy: clientAddress });
  if (kept.ok) {
    const next = new URLSearchParams({ news: "kept" });
    if (kept.session) next.set("stall", kept.session);
    else if (kept.place) next.set("at", kept.place);
    return redirect(inLocale(locale as Locale, `/events/${slug}/notes?${next}`), 303);
  }
  if (kept.reason === "missing") throw missing();
  if (kept.reason === "too_many") return refuse(args.context, typed, { "": ["problems.too_many"] }, 429);
  return refuse(args.context, typed, kept.fields ?? { "": [`say.${kept.reason}.title`] });
}

export default function Notes() {
  const { event, telling, until, phone, months, place, session, isKept, submissionId } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: name ? `#${name}` : undefined,
  }));
  return (
    <Page
      title={t("say.heading")}
      lede={t("say.lede", { event: event.title })}
      back={{ href: link(`/events/${event.slug}`), text: t("heard.event") }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          isKept && (
            <NotificationBanner success text={t("say.kept")}>
              <p>{t("say.keptText")}</p>
            </NotificationBanner>
          )
        )
      }
    >
      {telling === "open" ? (
        <form className="rh-narrow" method="post" action={link(`/events/${event.slug}/notes`)} noValidate>
          <FormToken />
          <input
            type="hidden"
            name="submissionId"
            value={one(refused?.typed ?? {}, "submissionId", submissionId)}
          />
          <input type="hidden" name="session" value={one(refused?.typed ?? {}, "session", session)} />
          <NoteFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} place={place} />
          <TellFoot
            website={one(refused?.typed ?? {}, "website")}
            phone={phone}
            months={months}
            privacy={link("/privacy")}
          />
          <Button arrow>{t("say.send")}</Button>
          <p className="rh-note">{t("say.until", { when: dayAndClock(until, locale) })}</p>
        </form>
      ) : (
        <TellClosed telling={telling} phone={phone} back={link(`/events/${event.slug}`)} />
      )}
    </Page>
  );
}
