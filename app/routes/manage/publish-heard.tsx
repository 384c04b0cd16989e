import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HeardArticle } from "~/features/events/HeardArticle";
import { permitsOf } from "~/features/events/may";
import { publishHeard } from "~/features/events/publish-heard.server";
import { composeDraft, findHeardPage } from "~/features/events/read-heard.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "How it will look");

const REFUSED = {
  empty: "Wait until the event is over, and write something first",
  hidden: "The public does not see this event, so there is no page about it",
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const content = await composeDraft(ctx, seen.event);
  if (!content) throw missing();
  return {
    slug: seen.event.slug,
    title: seen.event.title,
    content,
    version: (await findHeardPage(ctx, seen.event.id))?.version ?? 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const published = await publishHeard(ctx, { slug, typed });
  if (published.ok) return redirect(`/manage/events/${slug}/heard?done=heard_published`, 303);
  if (published.reason === "missing") throw missing();
  if (published.reason === "not_allowed") throw forbidden();
  if (published.reason === "invalid") return refuse(args.context, typed, published.fields);
  return refuse(args.context, typed, { "": [REFUSED[published.reason]] });
}

export default function PublishHeard() {
  const { slug, title, content, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="How it will look"
      caption={title}
      back={{ href: `/manage/events/${slug}/heard`, text: "Write what we heard" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/heard/publish`} noValidate>
        <FormToken />
        {content.feedback === null && (
          <InsetText>
            How it was for people joins the page when no more forms can come in and enough people have
            answered.
          </InsetText>
        )}
        {version > 0 && (
          <Textarea
            name="changes"
            label={`What changed since version ${version}?`}
            hint="One sentence that everyone can read. The earlier version stays to be seen."
            error={refused?.fields.changes?.[0]}
            defaultValue={one(refused?.typed ?? {}, "changes")}
            rows={2}
          />
        )}
        <ButtonRow>
          <Button>{version > 0 ? `Publish version ${version + 1}` : "Publish it"}</Button>
          <ButtonLink href={`/manage/events/${slug}/heard`} variant="secondary">
            Go on writing
          </ButtonLink>
        </ButtonRow>
      </form>
      <HeardArticle content={content} locale="en" link={(path) => path} />
    </Page>
  );
}
