import { makeCommitment } from "~/features/commitments/make-commitment.server";
import { type CommitmentSeen, findCommitment } from "~/features/commitments/read.server";
import type { CommitmentInput } from "~/features/commitments/schema";
import { asSystem, type Ctx } from "~/platform/context.server";

/** The organisation that `aBorough` makes. */
export const BRIDGES = "018f0000-0000-7000-8000-00000000002a";

/** A commitment made through its verb: owned, said on 20 May 2026, due by the end of June; the rest as wanted. */
export async function aCommitment(ctx: Ctx, change: Partial<CommitmentInput> = {}): Promise<CommitmentSeen> {
  const made = await makeCommitment(asSystem(ctx, "tests"), {
    text: "We will put a bench by the lock.",
    source: { words: "Minutes of 20 May 2026, paragraph 14" },
    owner: { organisationId: BRIDGES, role: "Head of Parks", email: "parks@example.org" },
    madeDay: "2026-05-20",
    due: { day: "2026-06-30", precision: "day" },
    ...change,
  });
  if (!made.ok) throw new Error(`No commitment: ${JSON.stringify(made)}`);
  return getCommitment(ctx, made.number);
}

/** The commitment as it stands now. */
export async function getCommitment(ctx: Ctx, number: number): Promise<CommitmentSeen> {
  const found = await findCommitment(ctx, String(number));
  if (!found) throw new Error("There is no such commitment.");
  return found;
}
