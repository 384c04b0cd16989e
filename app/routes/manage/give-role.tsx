import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveRole } from "~/features/people/give-role.server";
import { RoleFields } from "~/features/people/RoleFields";
import { listScopes } from "~/features/people/read-accounts.server";
import { findPerson } from "~/features/people/read-person.server";
import { readForm, roleForm } from "~/features/people/schema";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, `Give ${args.data?.name ?? ""} a role`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person || person.leftOn) throw missing();
  return json({ id: person.id, name: person.name, scopes: await listScopes(ctx) });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person) throw missing();
  const typed = await typedIn(args.request);
  const form = readForm(roleForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const given = await giveRole(ctx, { accountId: person.id, ...form.value });
  if (given.ok) return safeRedirect(`/manage/people/${person.id}?done=given`);
  if (given.fields) return refuse(args.context, typed, given.fields);
  return safeRedirect(`/manage/people/${person.id}?trouble=${given.reason}`);
}

export default function GiveRole() {
  const here = useHere();
  const { id, name, scopes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  // The first of a date's three fields is where its message leads.
  const errors = summaryOf(refused, (field) => (field === "from" || field === "to" ? `${field}-day` : field));
  return (
    <Page
      title={`Give ${name} a role`}
      lede="It counts from the next page that they open. You can end it at any time."
      back={{ href: `/manage/people/${id}`, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form method="post" action={here} noValidate className="rh-form">
        <FormToken />
        <RoleFields scopes={scopes} refused={refused} />
        <Button arrow>Give the role</Button>
      </form>
    </Page>
  );
}
