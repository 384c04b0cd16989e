import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctResponse } from "~/features/responses/correct-response.server";
import { mayAnswer } from "~/features/responses/may";
import { RESPONSE_ORDER, ResponseFields } from "~/features/responses/ResponseFields";
import { findResponse } from "~/features/responses/read.server";
import { asTyped, getResponseChoices } from "~/features/responses/read-choices.server";
import { KIND_WORDS } from "~/features/responses/rules";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Correct the answer");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  if (!mayAnswer(ctx.actor, seen)) throw forbidden();
  const { id, kind, state } = seen.response;
  if (state !== "published") throw redirect(`/manage/answers/${id}`);
  return { id, kind, before: await asTyped(ctx, seen), choices: await getResponseChoices(ctx, seen) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const done = await correctResponse(ctx, { id, typed });
  if (!done.ok && done.reason === "not_published") return redirect(`/manage/answers/${id}`, 303);
  return follow(args.context, typed, done, `/manage/answers/${id}?done=corrected`);
}

export default function CorrectAnswer() {
  const { id, kind, before, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, RESPONSE_ORDER);
  return (
    <Page
      title="Correct the answer"
      caption={KIND_WORDS[kind]}
      lede="The words before stay in its history. Nobody is told again. If the answer itself is another one now, write another answer."
      back={{ href: `/manage/answers/${id}`, text: "The answer" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`/manage/answers/${id}/correct`} noValidate>
        <FormToken />
        <ResponseFields
          typed={refused?.typed ?? before}
          fields={refused?.fields ?? {}}
          choices={choices}
          kind={kind}
        />
        <Textarea
          name="why"
          label="What was wrong?"
          hint="Everyone can read this beside the answer."
          error={refused?.fields.why?.[0]}
          defaultValue={one(refused?.typed ?? {}, "why")}
          rows={2}
        />
        <Button>Correct it</Button>
      </form>
    </Page>
  );
}
