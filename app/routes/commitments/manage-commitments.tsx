import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { registerAddress } from "~/features/commitments/address";
import { CommitmentRows } from "~/features/commitments/CommitmentRows";
import { CommitmentTasks } from "~/features/commitments/CommitmentTasks";
import { may } from "~/features/commitments/may";
import { listCommitments, listOwners } from "~/features/commitments/read.server";
import { listLacking, listOverdue, listReminderTasks } from "~/features/commitments/read-staff.server";
import { STATES } from "~/features/commitments/rules";
import { shownCommitment } from "~/features/commitments/shown";
import { doneIn } from "~/features/commitments/staff-words";
import { translator } from "~/platform/i18n.server";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { FilterRow } from "~/ui/FilterRow";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { SectionHead } from "~/ui/SectionHead";
import { Select } from "~/ui/Select";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Commitments");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const asked = new URL(args.request.url).searchParams;
  const owners = await listOwners(ctx);
  const owner = owners.find((one) => one.slug === asked.get("owner"));
  const state = STATES.find((one) => one === asked.get("state"));
  const before = Number.parseInt(asked.get("before") ?? "", 10) || undefined;
  const today = dayOf(ctx.now);
  const shown = (list: Awaited<ReturnType<typeof listLacking>>) =>
    list.map((one) => shownCommitment(one, today));
  const list = await listCommitments(ctx, { state, organisationId: owner?.id, before });
  const t = translator("en");
  return {
    lacking: shown(await listLacking(ctx)),
    overdue: shown(await listOverdue(ctx)),
    tasks: await listReminderTasks(ctx),
    commitments: shown(list.commitments),
    next: list.next,
    chosen: { state: state ?? "", owner: owner?.slug ?? "" },
    owners: owners.map(({ slug, name }) => ({ value: slug, text: name })),
    states: STATES.map((value) => ({ value, text: t(`commitments.states.${value}`) })),
    done: doneIn(args.request.url),
  };
}

export default function ManageCommitments() {
  const { lacking, overdue, tasks, commitments, next, chosen, owners, states, done } =
    useLoaderData<typeof loader>();
  const all = { value: "", text: "All" };
  return (
    <Page
      title="Commitments"
      notice={done && <NotificationBanner success text={done} />}
      head={
        <ButtonRow>
          <ButtonLink href="/manage/commitments/new">Write a commitment down</ButtonLink>
          <ButtonLink href="/manage/milestones" variant="secondary">
            Milestones
          </ButtonLink>
          <a href="/commitments">The public register</a>
        </ButtonRow>
      }
    >
      {lacking.length > 0 && (
        <CommitmentRows caption={`Without an owner or a date: ${lacking.length}`} commitments={lacking} />
      )}
      {tasks.length > 0 && <CommitmentTasks tasks={tasks} token={<FormToken />} />}
      {overdue.length > 0 && (
        <CommitmentRows caption={`Overdue, the longest first: ${overdue.length}`} commitments={overdue} />
      )}
      <SectionHead title="All commitments" />
      <FilterRow
        action="/manage/commitments"
        all={Object.values(chosen).some(Boolean) && "/manage/commitments"}
      >
        <Select name="state" label="State" defaultValue={chosen.state} items={[all, ...states]} />
        <Select name="owner" label="Owner" defaultValue={chosen.owner} items={[all, ...owners]} />
      </FilterRow>
      {commitments.length === 0 ? (
        <p>No commitment fits.</p>
      ) : (
        <CommitmentRows caption="Commitments, the newest first" commitments={commitments} />
      )}
      {next !== null && (
        <p>
          <a href={registerAddress(chosen, { before: next, at: "/manage/commitments" })}>
            Earlier commitments
          </a>
        </p>
      )}
    </Page>
  );
}
