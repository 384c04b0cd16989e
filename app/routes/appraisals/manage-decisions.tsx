import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DecisionTable } from "~/features/appraisals/DecisionTable";
import { may, organises } from "~/features/appraisals/may";
import { countDecisions, listDecisions } from "~/features/appraisals/read-decisions.server";
import { STANDINGS, standingIn } from "~/features/appraisals/rules";
import { STANDING_WORDS } from "~/features/appraisals/staff-words";
import { dayOf } from "~/platform/london";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";

const TITLE = "Decision log";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const asked = new URL(args.request.url).searchParams;
  const standing = standingIn(asked.get("state"));
  const page = Number.parseInt(asked.get("page") ?? "1", 10) || 1;
  return {
    ...(await listDecisions(ctx, { standing, page })),
    counts: await countDecisions(ctx),
    standing: standing ?? null,
    organises: organises(ctx.actor),
    today: dayOf(ctx.now),
  };
}

export default function ManageDecisions() {
  const { decisions, page, pages, counts, standing, organises, today } = useLoaderData<typeof loader>();
  const at = (page: number) => `/manage/decisions?${standing ? `state=${standing}&` : ""}page=${page}`;
  return (
    <Page
      title={TITLE}
      lede="What has to be decided, by whom and by when. Everybody can read it."
      head={
        <ButtonRow>
          {organises && <ButtonLink href="/manage/decisions/new">Log a decision</ButtonLink>}
          <ButtonLink href="/manage/options" variant="secondary">
            Options appraisals
          </ButtonLink>
        </ButtonRow>
      }
    >
      <nav aria-label="States">
        <ul className="rh-views">
          <li>
            <a href="/manage/decisions" aria-current={standing ? undefined : "page"}>
              All ({counts.all})
            </a>
          </li>
          {STANDINGS.map((key) => (
            <li key={key}>
              <a href={`/manage/decisions?state=${key}`} aria-current={key === standing ? "page" : undefined}>
                {STANDING_WORDS[key].text} ({counts[key]})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {decisions.length === 0 ? (
        <EmptyState title="No decision here" />
      ) : (
        <DecisionTable
          caption="Decisions"
          decisions={decisions}
          today={today}
          locale="en"
          hrefOf={(slug) => `/manage/decisions/${slug}`}
        />
      )}
      {pages > 1 && (
        <Pagination
          previous={page > 1 ? { href: at(page - 1) } : undefined}
          next={page < pages ? { href: at(page + 1) } : undefined}
        />
      )}
    </Page>
  );
}
