import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnswer } from "~/features/responses/may";
import { publishResponse } from "~/features/responses/publish-response.server";
import { findResponse } from "~/features/responses/read.server";
import { countFollowers } from "~/features/responses/read-followers.server";
import { thingOf } from "~/features/responses/rules";
import { counted } from "~/features/responses/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "Publish this answer?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  if (!mayAnswer(ctx.actor, seen)) throw forbidden();
  const { id, state, kind, said, text, commitmentId } = seen.response;
  if (state !== "draft") throw redirect(`/manage/answers/${id}`);
  return {
    ...{ id, said, text },
    opens: kind === "will" && commitmentId === null,
    followers: await countFollowers(ctx, thingOf(seen.response)),
  };
}

const REFUSALS: Readonly<Record<string, string>> = {
  hidden: "What it answers is hidden where it was said. Show that again first.",
  over: "The day by which it will be done is over. Change the draft first.",
};

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const done = await publishResponse(ctx, { id });
  if (done.ok) return redirect(`/manage/answers/${id}?done=published`, 303);
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  const refusal = REFUSALS[done.reason];
  return refusal ? refuse(args.context, {}, { "": [refusal] }) : redirect(`/manage/answers/${id}`, 303);
}

export default function PublishAnswer() {
  const { id, said, text, opens, followers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={TITLE}
      back={{ href: `/manage/answers/${id}`, text: "The draft" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <blockquote className="rh-said" dir="auto">
        {said}
      </blockquote>
      <p dir="auto">{text}</p>
      <ul className="rh-list">
        <li>Everyone can read it from now on. It can be corrected or taken back, and both are seen.</li>
        <li>
          {followers === 0
            ? "Nobody asked to hear, so nobody is told."
            : `${counted(followers, "person is", "people are")} told once, each by the way they chose.`}
        </li>
        {opens && <li>It opens a commitment in the public register, which is never deleted.</li>}
      </ul>
      <form method="post" action={`/manage/answers/${id}/publish`}>
        <FormToken />
        <ButtonRow>
          <Button>Publish it</Button>
          <ButtonLink href={`/manage/answers/${id}`} variant="secondary">
            Not yet
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
