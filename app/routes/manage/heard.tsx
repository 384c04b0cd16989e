import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { HeardFields } from "~/features/events/HeardFields";
import { permitsOf } from "~/features/events/may";
import { findHeardPage, listHeardVersions, listQuotable } from "~/features/events/read-heard.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { saveHeard } from "~/features/events/save-heard.server";
import { listThemes } from "~/features/places/read-themes.server";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Write what we heard");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { id, slug, title } = seen.event;
  return {
    slug,
    title,
    page: await findHeardPage(ctx, id),
    versions: await listHeardVersions(ctx, id),
    quotable: await listQuotable(ctx, id),
    themeNames: Object.fromEntries((await listThemes(ctx)).map((one) => [one.slug, one.plainLabel])),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const saved = await saveHeard(ctx, { slug, typed });
  if (saved.ok) {
    const next = typed.next === "publish" ? "heard/publish" : "heard?done=heard_saved";
    return redirect(`/manage/events/${slug}/${next}`, 303);
  }
  if (saved.reason === "missing") throw missing();
  if (saved.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, saved.fields);
}

export default function WriteHeard() {
  const { slug, title, page, versions, quotable, themeNames, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Write what we heard"
      caption={title}
      lede="Themes, next steps and figures come by themselves from what you sorted. You write the first sentences and choose the quotes."
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
    >
      <form method="post" action={`/manage/events/${slug}/heard`} noValidate>
        <FormToken />
        <HeardFields slug={slug} page={page} quotable={quotable} themeNames={themeNames} refused={refused} />
        <ButtonRow>
          <Button name="next" value="publish">
            Save, and see how it will look
          </Button>
          <Button variant="secondary">Save the draft</Button>
        </ButtonRow>
      </form>
      {versions.length > 0 && (
        <section>
          <h2>Published so far</h2>
          <ul className="rh-list">
            {versions.map(({ version, publishedAt, changes }) => (
              <li key={version}>
                <a href={`/events/${slug}/heard/${version}`}>Version {version}</a>, {dayAndClock(publishedAt)}
                {changes && <span className="rh-note">{changes}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
