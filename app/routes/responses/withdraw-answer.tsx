import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnswer } from "~/features/responses/may";
import { findResponse } from "~/features/responses/read.server";
import { withdrawResponse } from "~/features/responses/withdraw-response.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Take this answer back?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  if (!mayAnswer(ctx.actor, seen)) throw forbidden();
  const { id, state, said } = seen.response;
  if (state !== "published") throw redirect(`/manage/answers/${id}`);
  return { id, said };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const done = await withdrawResponse(ctx, { id, typed });
  if (!done.ok && done.reason === "not_published") return redirect(`/manage/answers/${id}`, 303);
  return follow(args.context, typed, done, `/manage/answers/${id}?done=withdrawn`);
}

export default function WithdrawAnswer() {
  const { id, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={TITLE}
      caption={said}
      back={{ href: `/manage/answers/${id}`, text: "The answer" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/answers/${id}/withdraw`} noValidate>
        <FormToken />
        <p>
          It leaves every public page. The answer before it stands again; if there is none, this waits for an
          answer. A commitment that it opened stays in the register: withdraw that there.
        </p>
        <Textarea
          name="reason"
          label="Why is it taken back?"
          hint="It stands with the answer, for staff and whoever asks."
          error={refused?.fields.reason?.[0]}
          defaultValue={one(refused?.typed ?? {}, "reason")}
          rows={3}
        />
        <ButtonRow>
          <Button variant="warning">Take it back</Button>
          <ButtonLink href={`/manage/answers/${id}`} variant="secondary">
            No, leave it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
