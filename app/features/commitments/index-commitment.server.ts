import { putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { listCommitmentsOf } from "./read.server";
import { inShort } from "./shown";

/** Brings what can be found by words in step with one commitment. Inside the write that changed it. */
export async function indexCommitment(ctx: Ctx, id: string): Promise<void> {
  const [found] = await listCommitmentsOf(ctx, [id]);
  if (!found) return;
  const { commitment, office, organisation, neighbourhood } = found;
  const owner = office && organisation ? `${office.role}, ${organisation.name}` : "No owner yet";
  await putSearchEntry(ctx.db, {
    kind: "commitment",
    subjectId: id,
    title: inShort(commitment.said),
    summary: `Commitment ${commitment.number}. ${owner}.`,
    path: `/commitments/${commitment.number}`,
    text: [commitment.said, commitment.sourceWords, commitment.condition, neighbourhood?.name]
      .filter(Boolean)
      .join(" "),
    at: startOfDay(new Date(`${commitment.madeDay}T12:00:00Z`)),
  });
}
