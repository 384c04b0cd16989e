import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { createAccount } from "~/features/people/create-account.server";
import { accountForm, readForm } from "~/features/people/schema";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Add someone");

export async function loader(args: LoaderFunctionArgs) {
  await staff(args, "admin");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const typed = await typedIn(args.request);
  const form = readForm(accountForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const made = await createAccount(ctx, form.value);
  if (made.ok) return safeRedirect(`/manage/people/${made.id}?done=added`);
  // The page leads to the account that has the address already.
  const known = { ...typed, existing: made.accountId ?? "" };
  return refuse(
    args.context,
    known,
    made.fields ?? { "": ["Only administrators of the borough add people"] },
  );
}

export default function AddPerson() {
  const here = useHere();
  const refused = useActionData<typeof action>();
  const fields = refused?.fields ?? {};
  const kept = (name: string) => (refused ? one(refused.typed, name) : undefined);
  const errors = summaryOf(refused);
  return (
    <Page
      title="Add someone"
      lede="They get an email that says how to sign in. They can do nothing until you give them a role."
      back={{ href: "/manage/people", text: "People and roles" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {kept("existing") && (
        <p>
          <a href={`/manage/people/${kept("existing")}`}>Go to the account with this address</a>
        </p>
      )}
      <form method="post" action={here} noValidate className="rh-form">
        <FormToken />
        <TextInput
          name="name"
          label="Name"
          hint="As colleagues know them"
          error={fields.name?.[0]}
          defaultValue={kept("name")}
          autoComplete="off"
        />
        <TextInput
          name="email"
          type="email"
          label="Work email address"
          hint="Their own, not one that several people read"
          error={fields.email?.[0]}
          defaultValue={kept("email")}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <Button arrow>Add them</Button>
      </form>
    </Page>
  );
}
