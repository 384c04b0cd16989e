import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { listLinked } from "~/features/surveys/read-linked.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";

const TITLE = "People who answered";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (seen?.survey.anonymity !== "linked" || !may.seeNames(ctx.actor, seen.survey)) throw missing();
  const search = new URL(args.request.url).searchParams;
  const name = search.get("name")?.slice(0, 120) ?? "";
  const list = await listLinked(ctx, seen.survey.id, { name, after: search.get("after") ?? "" });
  return {
    slug: seen.survey.slug,
    title: seen.survey.title,
    name,
    ...list,
    deleted: search.get("done") === "deleted",
  };
}

export default function Linked() {
  const { slug, title, name, rows, next, deleted } = useLoaderData<typeof loader>();
  const at = `/manage/surveys/${slug}/linked`;
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Each stands beside their answers. We promised to delete them when somebody asks."
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={
        deleted && <NotificationBanner success>The answers and the name are deleted.</NotificationBanner>
      }
    >
      <form className="rh-filter-row" method="get" action={at}>
        <TextInput name="name" label="Name, or part of it" defaultValue={name} width={20} />
        <Button variant="secondary">Find</Button>
      </form>
      {rows.length === 0 ? (
        <p>{name ? "Nobody with that name has answered." : "Nobody has answered under a name yet."}</p>
      ) : (
        <Table
          caption="People who answered"
          captionHidden
          cards
          rows={rows}
          rowKey={({ id }) => String(id)}
          columns={[
            { header: "Name", cell: ({ id, name }) => <a href={`${at}/${id}`}>{name || "Name removed"}</a> },
            { header: "Answered on", cell: ({ sentAt }) => sentAt && plainDay(sentAt) },
          ]}
        />
      )}
      {next && (
        <Pagination
          next={{ href: `${at}?${new URLSearchParams({ name, after: next })}`, text: "More people" }}
        />
      )}
    </Page>
  );
}
