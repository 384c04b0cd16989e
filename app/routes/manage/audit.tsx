import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditFilters } from "~/features/people/AuditFilters";
import { AuditState } from "~/features/people/AuditState";
import { wordsForAct } from "~/features/people/act-words";
import { namesOfAccounts } from "~/features/people/read-accounts.server";
import { listAudit } from "~/features/people/read-audit.server";
import { auditFilter } from "~/features/people/schema";
import { auditState, verifyAudit } from "~/platform/audit.server";
import { dayAndClock } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";

export const meta: MetaFunction = (args) => titled(args, "Audit");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin", "data_protection");
  const params = new URL(args.request.url).searchParams;
  const filter = auditFilter.parse(Object.fromEntries(params));
  const { lines, more } = await listAudit(ctx, filter);
  const subjectId = filter.subject?.startsWith("account:") ? filter.subject.slice("account:".length) : "";
  return json({
    filter,
    names: await namesOfAccounts(ctx, [filter.account ?? "", subjectId]),
    lines: lines.map((line) => ({ ...line, when: dayAndClock(line.at), words: wordsForAct(line.act) })),
    more,
    state: await auditState(ctx.db),
    whole: params.has("check") ? await verifyAudit(ctx.db) : null,
  });
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

export default function Audit() {
  const { filter, names, lines, more, state, whole } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Audit"
      lede="Who did what, and when. It holds no names or contacts of people who take part, and nothing in it can be changed."
    >
      <AuditState state={state} whole={whole} />
      <AuditFilters filter={filter} names={names} />
      {lines.length > 0 ? (
        <Table
          caption={filter.before ? "What was done, earlier" : "What was done, newest first"}
          captionSize="m"
          cards
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            { header: "When", cell: (line) => line.when },
            { header: "Who", cell: (line) => <Who line={line} /> },
            { header: "What", cell: (line) => line.words },
            { header: "To what", cell: (line) => <ToWhat line={line} /> },
            { header: "Details", cell: (line) => <Details detail={line.detail} /> },
          ]}
        />
      ) : (
        <EmptyState title="Nothing of the kind was done">
          <p>
            <a href="/manage/audit">Show everything</a>
          </p>
        </EmptyState>
      )}
      {more && <Pagination next={{ href: earlier(filter, more), text: "Earlier" }} />}
    </Page>
  );
}

function Who({ line }: { line: Line }) {
  if (line.actorKind === "system") return <>The site itself ({line.actorId})</>;
  if (line.actorKind === "anyone" || !line.actorId) return <>Someone not signed in</>;
  return (
    <a href={`/manage/audit?account=${line.actorId}`}>{line.actorName ?? "An account that is no more"}</a>
  );
}

function ToWhat({ line }: { line: Line }) {
  const name = line.subjectName ?? `${line.subjectKind.replaceAll("_", " ")} ${line.subjectId.slice(-6)}`;
  return (
    <a href={`/manage/audit?subject=${line.subjectKind}:${encodeURIComponent(line.subjectId)}`}>{name}</a>
  );
}

function Details({ detail }: { detail: Line["detail"] }) {
  const facts = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  if (facts.length === 0) return null;
  return (
    <ul className="rh-lines rh-lines--small">
      {facts.map(([name, value]) => (
        <li key={name}>
          {name.replaceAll("_", " ")}: {short(String(value))}
        </li>
      ))}
    </ul>
  );
}

/** Codes as words, and of an id only the end, which is what the list shows of every other id too. */
function short(value: string): string {
  return /^[0-9a-f-]{36}$/.test(value) ? value.slice(-6) : value.replaceAll("_", " ");
}

function earlier(filter: { act?: string; subject?: string; account?: string }, before: string): string {
  const query = new URLSearchParams({ before });
  for (const name of ["act", "subject", "account"] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  return `/manage/audit?${query}`;
}
