import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GrantTable } from "~/features/people/GrantTable";
import { leave } from "~/features/people/leave.server";
import { findPerson } from "~/features/people/read-person.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, `${args.data?.name ?? ""} has left`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person) throw missing();
  if (person.leftOn) throw safeRedirect(`/manage/people/${person.id}`);
  return json({ id: person.id, name: person.name, held: person.grants.held, browsers: person.browsers });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person) throw missing();
  const gone = await leave(ctx, person.id);
  return safeRedirect(`/manage/people/${person.id}?${gone.ok ? "done=left" : `trouble=${gone.reason}`}`);
}

export default function PersonLeft() {
  const here = useHere();
  const { id, name, held, browsers } = useLoaderData<typeof loader>();
  return (
    <Page title={`Has ${name} left?`} back={{ href: `/manage/people/${id}`, text: name }}>
      <WarningText>Their access ends at once, in every browser.</WarningText>
      <ul className="rh-list">
        {browsers > 0 && <li>{browsers === 1 ? "1 browser is" : `${browsers} browsers are`} signed out.</li>}
        <li>Links and codes that were sent to them no longer work.</li>
        <li>The roles below end. You can hand each one to somebody else on the next page.</li>
        <li>What they did stays in the record.</li>
      </ul>
      {held.length > 0 ? <GrantTable caption="Roles that end" grants={held} /> : <p>They hold no role.</p>}
      <form method="post" action={here}>
        <FormToken />
        <ButtonRow>
          <Button variant="warning">Yes, end their access now</Button>
          <ButtonLink href={`/manage/people/${id}`} variant="secondary">
            No, go back
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
