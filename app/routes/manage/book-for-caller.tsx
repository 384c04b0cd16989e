import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CallerFields } from "~/features/events/CallerFields";
import { channelIn, problemsFor, reachIn } from "~/features/events/caller";
import { may } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { registerForEvent } from "~/features/events/register.server";
import { bookingAt, placesLeft } from "~/features/events/rules";
import { counted } from "~/features/events/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { isLocale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Book for a caller: ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.bookForCaller(ctx.actor, seen.event)) throw missing();
  const { event, venue } = seen;
  const booking = bookingAt(event, ctx.now);
  if (event.state !== "published" || ["past", "not_needed"].includes(booking)) {
    throw redirect(`/manage/events/${event.slug}`);
  }
  return {
    slug: event.slug,
    title: event.title,
    when: dayAndClock(event.startsAt),
    where: venue?.name ?? "Online",
    left: placesLeft(event),
    waiting: event.waitingCount,
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const locale = one(typed, "locale");
  const result = await registerForEvent(ctx, {
    slug,
    typed: reachIn(typed),
    locale: isLocale(locale) ? locale : "en",
    submissionId: one(typed, "submissionId"),
    channel: channelIn(typed),
  });
  if (result.ok) return redirect(`/manage/registrations/${result.id}?done=booked`, 303);
  if (result.reason === "missing") throw missing();
  const fields = result.fields ?? { name: [`problems.${result.reason}`] };
  return refuse(args.context, typed, problemsFor(fields, translator("en")));
}

export default function BookForCaller() {
  const { slug, title, when, where, left, waiting, neighbourhoods, submissionId } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const fields = refused?.fields ?? {};
  const errors = Object.entries(fields).map(([name, [text = ""]]) => ({ text, href: `#${name}` }));
  return (
    <Page
      title="Book for a caller"
      caption={`${title}, ${when}, ${where}`}
      head={
        <p className="rh-quick__left">
          {left > 0
            ? `${counted(left, "place is", "places are")} free.`
            : `All places are taken, and ${counted(waiting, "booking waits", "bookings wait")}. A new one joins the list.`}
        </p>
      }
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-quick" method="post" action={`/manage/events/${slug}/book`} noValidate>
        <FormToken />
        <input
          type="hidden"
          name="submissionId"
          value={refused ? one(refused.typed, "submissionId") : submissionId}
        />
        <CallerFields
          typed={refused?.typed ?? {}}
          fields={fields}
          full={left === 0}
          neighbourhoods={neighbourhoods}
        />
        <Button arrow>{left > 0 ? "Book" : "Put on the list"}</Button>
      </form>
    </Page>
  );
}
