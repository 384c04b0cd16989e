import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GrantTable } from "~/features/people/GrantTable";
import { may } from "~/features/people/may";
import { PersonHandOver } from "~/features/people/PersonHandOver";
import { PersonNotice } from "~/features/people/PersonNotice";
import { findPerson } from "~/features/people/read-person.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.person.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin", "data_protection");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person) throw missing();
  const params = new URL(args.request.url).searchParams;
  return json({
    person,
    done: params.get("done"),
    trouble: params.get("trouble"),
    mayChange: may.createAccount(ctx.actor),
  });
}

export default function OnePerson() {
  const { person, done, trouble, mayChange } = useLoaderData<typeof loader>();
  const here = `/manage/people/${person.id}`;
  const hasLeft = person.leftOn !== null;
  const take = {
    header: "What you can do",
    cell: (grant: { id: string; label: string; where: string }) => (
      <form method="post" action={`${here}/take-role`}>
        <FormToken />
        <Button small variant="secondary" name="grant" value={grant.id}>
          End it now
          <span className="govuk-visually-hidden">
            : {grant.label}, {grant.where}
          </span>
        </Button>
      </form>
    ),
  };
  return (
    <Page
      title={person.name}
      back={{ href: "/manage/people", text: "People and roles" }}
      notice={<PersonNotice done={done} trouble={trouble} />}
    >
      {hasLeft && <InsetText>Left on {person.leftOn}. Can’t sign in.</InsetText>}
      <SummaryList
        rows={[
          { key: "Email address", value: <bdi>{person.email}</bdi> },
          { key: "Account since", value: person.addedOn },
          { key: "Last signed in", value: person.lastSignIn },
          ...(hasLeft ? [] : [{ key: "Second step", value: person.secondFactor }]),
          ...(hasLeft ? [] : [{ key: "Browsers signed in", value: person.browsers }]),
        ]}
      />
      <ul className="rh-lines">
        <li>
          <a href={`/manage/audit?account=${person.id}`}>What {person.name} did</a>
        </li>
        <li>
          <a href={`/manage/audit?subject=account:${person.id}`}>What was done to this account</a>
        </li>
      </ul>

      {hasLeft ? (
        <>
          <h2>What they held on the day they left</h2>
          <PersonHandOver person={person} proof={<FormToken />} />
        </>
      ) : (
        <>
          <h2>Roles</h2>
          {person.grants.held.length > 0 ? (
            <GrantTable caption="Roles" grants={person.grants.held} action={mayChange ? take : undefined} />
          ) : (
            <p>None. They can sign in and do nothing more.</p>
          )}
          {mayChange && <ButtonLink href={`${here}/give-role`}>Give a role</ButtonLink>}
        </>
      )}
      {person.grants.over.length > 0 && (
        <Details summary={`Roles that are over (${person.grants.over.length})`}>
          <GrantTable caption="Roles that are over" grants={person.grants.over} />
        </Details>
      )}

      {mayChange && <h2>Access</h2>}
      {mayChange && hasLeft && (
        <form method="post" action={`${here}/reinstate`}>
          <FormToken />
          <Button variant="secondary">Let them back in, without roles</Button>
        </form>
      )}
      {mayChange && !hasLeft && (
        <ButtonRow>
          {person.browsers > 0 && (
            <form method="post" action={`${here}/sign-out`}>
              <FormToken />
              <Button variant="secondary">Sign them out everywhere</Button>
            </form>
          )}
          <ButtonLink href={`${here}/left`} variant="warning">
            They have left
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}
