import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { discardResponse } from "~/features/responses/discard-response.server";
import { mayAnswer } from "~/features/responses/may";
import { findResponse } from "~/features/responses/read.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Delete this draft?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  if (!mayAnswer(ctx.actor, seen)) throw forbidden();
  const { id, state, said, text } = seen.response;
  if (state !== "draft") throw redirect(`/manage/answers/${id}`);
  return { id, said, text };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const done = await discardResponse(ctx, { id });
  if (done.ok) return redirect("/manage/responses?done=discarded", 303);
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/answers/${id}`, 303);
}

export default function DiscardAnswer() {
  const { id, said, text } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} caption={said} back={{ href: `/manage/answers/${id}`, text: "The draft" }}>
      <p dir="auto">{text}</p>
      <p>Nobody has seen it but staff. It can’t be brought back.</p>
      <form method="post" action={`/manage/answers/${id}/discard`}>
        <FormToken />
        <ButtonRow>
          <Button variant="warning">Delete it</Button>
          <ButtonLink href={`/manage/answers/${id}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
