import { listNeighbourhoods, listOrganisations } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx } from "~/platform/context.server";
import type { CommitmentChoices } from "./CommitmentFields";
import type { MilestoneChoices } from "./MilestoneFields";
import { listMilestones } from "./read-milestones.server";

/** What staff choose from in the forms of commitments. */
export async function getCommitmentChoices(ctx: Ctx): Promise<CommitmentChoices> {
  const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  return {
    organisations: (await listOrganisations(ctx)).map(named),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(named),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, label: plainLabel })),
  };
}

/** What staff choose from in the forms of milestones; one is not offered itself. */
export async function getMilestoneChoices(ctx: Ctx, slug: string | null): Promise<MilestoneChoices> {
  const all = await listMilestones(ctx);
  return {
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    milestones: all
      .filter(({ milestone }) => milestone.slug !== slug)
      .map(({ milestone }) => ({ slug: milestone.slug, title: milestone.title })),
  };
}
