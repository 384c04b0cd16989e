import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AfterTasks } from "~/features/events/AfterTasks";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { permitsOf } from "~/features/events/may";
import { countNotes, findAfter, findToJudge, listSteps } from "~/features/events/read-after.server";
import { countFeedback, countWhoCame } from "~/features/events/read-feedback.server";
import { findHeardPage, sumPaid } from "~/features/events/read-heard.server";
import { setAfter } from "~/features/events/set-after.server";
import { wallOf } from "~/platform/london";
import { qrOf } from "~/platform/qr.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Afterwards: ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findToJudge(ctx, args.params.slug ?? "");
  if (!seen || seen.event.state === "draft") throw missing();
  const { event } = seen;
  const { until, askedAt } = await findAfter(ctx, event);
  const address = `${ctx.origin}/events/${event.slug}/notes`;
  const feedback = await countFeedback(ctx, event.id);
  return {
    slug: event.slug,
    title: event.title,
    permits: permitsOf(ctx.actor, event),
    work: {
      notes: await countNotes(ctx, event.id),
      steps: (await listSteps(ctx, event.id)).map(({ step }) => step.kind),
      forms: feedback.forms,
      came: await countWhoCame(ctx, event.id),
      heard: (await findHeardPage(ctx, event.id))?.version ?? null,
      paid: await sumPaid(ctx, [event.id]),
    },
    until: wallOf(until),
    askedAt,
    address,
    qr: qrOf(address),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const set = await setAfter(ctx, { slug, typed });
  if (set.ok) return redirect(`/manage/events/${slug}/after?done=until_set`, 303);
  if (set.reason === "missing") throw missing();
  if (set.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, set.fields);
}

export default function After() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, title, permits, until, address, qr, done } = data;
  return (
    <Page
      title="Afterwards"
      caption={title}
      lede="What people said, what comes of it, and what they are told."
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
    >
      <AfterTasks slug={slug} permits={permits} work={data.work} askedAt={data.askedAt} />
      <div className="rh-practical">
        <section>
          <h2>Where people tell us</h2>
          <p>
            Print this square on table sheets, or read the address out. Add <code>?at=Table 3</code> to fill
            the table in.
          </p>
          <svg
            className="rh-qr"
            viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
            role="img"
            aria-label="The address of the three questions as a square"
          >
            <path d={qr.path} />
          </svg>
          <p>
            <a href={address} className="rh-address">
              {address}
            </a>
          </p>
        </section>
        {permits.organise && (
          <form method="post" action={`/manage/events/${slug}/after`} noValidate className="rh-narrow">
            <h2>Until when</h2>
            <FormToken />
            <TextInput
              name="until"
              type="datetime-local"
              label="Take notes and feedback until"
              hint="Paper forms and calls can be typed in afterwards too. Figures are published when the time is over."
              error={refused?.fields.until?.[0]}
              defaultValue={refused ? one(refused.typed, "until") : until}
            />
            <Button variant="secondary">Save</Button>
          </form>
        )}
      </div>
    </Page>
  );
}
