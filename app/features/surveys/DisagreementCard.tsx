import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { SummaryList } from "~/ui/SummaryList";
import type { Disagreement } from "./read-agreement.server";

type DisagreementCardProps = { of: Disagreement; action: string; proof: ReactNode; error?: string };

/** Where what is wrong with settling one answer stands. */
export const settleField = (id: number | string) => `settle-${id}`;

/** An answer that two people read differently, side by side, and what stands. */
export function DisagreementCard({ of, action, proof, error }: DisagreementCardProps) {
  const { id, words, first, second, chosen, settled } = of;
  const named = (themes: readonly string[]) => themes.join(", ") || "None of the themes";
  return (
    <div className="rh-word">
      <blockquote className="rh-said" dir="auto">
        {words}
      </blockquote>
      <SummaryList
        rows={[
          { key: `First, ${first.by}`, value: named(first.themes), actions: [] },
          { key: `Second, ${second.by}`, value: named(second.themes), actions: [] },
          ...(settled
            ? [
                {
                  key: "Settled",
                  value: named(
                    chosen.filter((theme) => settled.includes(theme.slug)).map((theme) => theme.plainLabel),
                  ),
                  actions: [],
                },
              ]
            : []),
        ]}
      />
      {!settled && (
        <form method="post" action={action}>
          {proof}
          <input type="hidden" name="text" value={id} />
          <Checkboxes
            name="themes"
            idPrefix={settleField(id)}
            error={error}
            legend="What stands"
            legendSize="s"
            hint="Tick none where neither holds."
            small
            className="rh-ticks"
            items={chosen.map((theme) => ({ value: theme.slug, label: theme.plainLabel }))}
          />
          <Button variant="secondary">
            Settle it<span className="govuk-visually-hidden">: “{words.slice(0, 60)}”</span>
          </Button>
        </form>
      )}
    </div>
  );
}
