import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoneBanner } from "~/features/appraisals/DoneBanner";
import { doneIn } from "~/features/appraisals/done";
import { may, organises } from "~/features/appraisals/may";
import { listAppraisals } from "~/features/appraisals/read.server";
import { dayWords, STATE_WORDS } from "~/features/appraisals/staff-words";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

const TITLE = "Options appraisals";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const page = Number.parseInt(new URL(args.request.url).searchParams.get("page") ?? "1", 10) || 1;
  const list = await listAppraisals(ctx, page);
  return {
    ...list,
    appraisals: list.appraisals.map(({ appraisal, neighbourhood }) => ({
      slug: appraisal.slug,
      question: appraisal.question,
      state: appraisal.state,
      heldDay: appraisal.heldDay,
      where: neighbourhood?.name ?? "Whole borough",
    })),
    organises: organises(ctx.actor),
    done: doneIn(args.request.url),
  };
}

export default function ManageOptions() {
  const { appraisals, page, pages, organises, done } = useLoaderData<typeof loader>();
  const at = (page: number) => `/manage/options?page=${page}`;
  return (
    <Page
      title={TITLE}
      lede="Several ways to go, scored by people in the room against criteria that were agreed before."
      notice={done && <DoneBanner done={done} />}
      head={
        <ButtonRow>
          {organises && <ButtonLink href="/manage/options/new">Begin an appraisal</ButtonLink>}
          <ButtonLink href="/manage/decisions" variant="secondary">
            Decision log
          </ButtonLink>
        </ButtonRow>
      }
    >
      {appraisals.length === 0 ? (
        <EmptyState title="No appraisal yet" />
      ) : (
        <Table
          caption="Options appraisals"
          captionHidden
          cards
          rows={appraisals}
          rowKey={({ slug }) => slug}
          columns={[
            {
              header: "Question",
              cell: ({ slug, question }) => <a href={`/manage/options/${slug}`}>{question}</a>,
            },
            { header: "Where", cell: ({ where }) => where },
            { header: "Scored on", cell: ({ heldDay }) => dayWords(heldDay) },
            {
              header: "State",
              cell: ({ state }) => <Tag colour={STATE_WORDS[state].colour}>{STATE_WORDS[state].text}</Tag>,
            },
          ]}
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
