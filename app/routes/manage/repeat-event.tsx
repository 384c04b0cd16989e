import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { repeatEvent } from "~/features/events/repeat-event.server";
import { clock, longDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Repeat this event");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title, startsAt, state, seriesId } = seen.event;
  if (seriesId || state === "cancelled") throw redirect(`/manage/events/${slug}`);
  return { slug, title, day: longDay(startsAt), time: clock(startsAt) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await repeatEvent(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/events/${slug}?done=repeated`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/events/${slug}`, 303);
}

export default function RepeatEvent() {
  const { slug, title, day, time } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? {};
  const error = (name: string) => refused?.fields[name]?.[0];
  const errors = summaryOf(refused);
  return (
    <Page
      title="Repeat this event"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/repeat`} noValidate>
        <FormToken />
        <p>
          The first is {day} at {time}. Each other date is a draft with the same words, places and stalls, at
          the same time of day in summer and winter. You can change or cancel each by itself.
        </p>
        <Radios
          name="unit"
          legend="How does it repeat?"
          error={error("unit")}
          value={one(typed, "unit", "week")}
          items={[
            { value: "week", label: "By weeks", hint: "On the same day of the week." },
            {
              value: "month_weekday",
              label: "By months, on the same weekday",
              hint: "Such as every second Tuesday. Months without a fifth one are left out.",
            },
            {
              value: "month_day",
              label: "By months, on the same date",
              hint: "Months without a 29th, 30th or 31st are left out.",
            },
          ]}
        />
        <div className="rh-pair">
          <TextInput
            name="every"
            label="Every so many weeks or months"
            hint="1 is every one, 2 every other."
            error={error("every")}
            defaultValue={one(typed, "every", "1")}
            inputMode="numeric"
            width={3}
          />
          <TextInput
            name="times"
            label="How many times in all"
            hint="This one counts too."
            error={error("times")}
            defaultValue={one(typed, "times")}
            inputMode="numeric"
            width={3}
          />
        </div>
        <ButtonRow>
          <Button>Make the series</Button>
          <ButtonLink href={`/manage/events/${slug}`} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
