import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editResponse } from "~/features/responses/edit-response.server";
import { mayAnswer } from "~/features/responses/may";
import { RESPONSE_ORDER, ResponseFields } from "~/features/responses/ResponseFields";
import { findResponse } from "~/features/responses/read.server";
import { asTyped, getResponseChoices } from "~/features/responses/read-choices.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Change the draft");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findResponse(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  if (!mayAnswer(ctx.actor, seen)) throw forbidden();
  const { id, state } = seen.response;
  if (state !== "draft") throw redirect(`/manage/answers/${id}`);
  return { id, before: await asTyped(ctx, seen), choices: await getResponseChoices(ctx, seen) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const done = await editResponse(ctx, { id, typed });
  if (!done.ok && done.reason === "published") return redirect(`/manage/answers/${id}`, 303);
  return follow(args.context, typed, done, `/manage/answers/${id}?done=drafted`);
}

export default function EditAnswer() {
  const { id, before, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, RESPONSE_ORDER);
  return (
    <Page
      title="Change the draft"
      back={{ href: `/manage/answers/${id}`, text: "The draft" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`/manage/answers/${id}/edit`} noValidate>
        <FormToken />
        <ResponseFields typed={refused?.typed ?? before} fields={refused?.fields ?? {}} choices={choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
