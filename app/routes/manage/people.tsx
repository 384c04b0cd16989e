import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFilters } from "~/features/people/AccountFilters";
import { may } from "~/features/people/may";
import { type ListedAccount, listAccounts } from "~/features/people/read-accounts.server";
import { listed, placeNames } from "~/features/people/read-grants.server";
import { accountFilter } from "~/features/people/schema";
import { dayOf, plainDay } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";

export const meta: MetaFunction = (args) => titled(args, "People and roles");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin", "data_protection");
  const filter = accountFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const found = await listAccounts(ctx, filter);
  const places = await placeNames(ctx);
  const today = dayOf(ctx.now);
  const inWords = ({ id, name, email, lastSignInAt, leftOn, grants }: ListedAccount) => ({
    id,
    name,
    email,
    roles: grants.map((grant) => listed(grant, places, today)),
    last: lastSignInAt ? plainDay(lastSignInAt) : "Never",
    left: leftOn ? plainDay(new Date(`${leftOn}T12:00:00Z`)) : null,
  });
  return json({
    filter,
    people: found.accounts.map(inWords),
    more: found.more,
    mayAdd: may.createAccount(ctx.actor),
  });
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["people"][number];

export default function People() {
  const { filter, people, more, mayAdd } = useLoaderData<typeof loader>();
  const state = filter.state === "left" ? "who have left" : "who can sign in";
  return (
    <Page
      title="People and roles"
      lede="Everyone with an account, and what they may do today."
      head={mayAdd && <ButtonLink href="/manage/people/new">Add someone</ButtonLink>}
    >
      <AccountFilters filter={filter} />
      {people.length > 0 ? (
        <Table
          caption={`People ${state}`}
          captionSize="m"
          cards
          rows={people}
          rowKey={(one) => one.id}
          columns={[
            { header: "Name", cell: (one) => <a href={`/manage/people/${one.id}`}>{one.name}</a> },
            { header: "Email", cell: (one) => <bdi>{one.email}</bdi> },
            { header: "Roles today", cell: (one) => <Roles roles={one.roles} /> },
            { header: "Last signed in", cell: (one) => one.last },
            ...(filter.state === "left" ? [{ header: "Left", cell: (one: Listed) => one.left }] : []),
          ]}
        />
      ) : (
        <EmptyState title={`Nobody ${state} matches`}>
          <p>
            Try fewer letters, or <a href="/manage/people">show everyone who can sign in</a>.
          </p>
        </EmptyState>
      )}
      {more && <Pagination next={{ href: nextPage(filter, more) }} />}
    </Page>
  );
}

function Roles({ roles }: { roles: Listed["roles"] }) {
  if (roles.length === 0) return "None";
  return (
    <ul className="rh-lines">
      {roles.map((role) => (
        <li key={role.id}>
          {role.label}, {role.where}
        </li>
      ))}
    </ul>
  );
}

function nextPage(filter: { q: string; role?: string; state: string }, after: string): string {
  const query = new URLSearchParams({ state: filter.state, after });
  if (filter.q) query.set("q", filter.q);
  if (filter.role) query.set("role", filter.role);
  return `/manage/people?${query}`;
}
