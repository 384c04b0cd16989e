import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LateTable } from "~/features/engagement/LateTable";
import { may } from "~/features/engagement/may";
import { OutreachTable } from "~/features/engagement/OutreachTable";
import { listOutreach } from "~/features/engagement/read-outreach.server";
import { listLate } from "~/features/engagement/read-staff.server";
import { counted } from "~/features/engagement/staff-words";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What is late");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  return { late: await listLate(ctx), followUps: (await listOutreach(ctx, { late: true })).entries };
}

export default function LateActivities() {
  const { late, followUps } = useLoaderData<typeof loader>();
  return (
    <Page
      title="What is late"
      lede="Someone is waiting to hear. The longest wait stands first."
      back={{ href: "/manage/engagement", text: "Engagement" }}
    >
      {late.length + followUps.length === 0 && (
        <EmptyState title="Nothing is late" icon="sun">
          <p>Every activity stands where it should, and every follow-up is done or still to come.</p>
        </EmptyState>
      )}
      {late.length > 0 && <LateTable caption={counted(late.length, "activity", "activities")} late={late} />}
      {followUps.length > 0 && (
        <OutreachTable
          caption={`${counted(followUps.length, "follow-up", "follow-ups")} from outreach`}
          entries={followUps}
        />
      )}
    </Page>
  );
}
