import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { one, type Refused } from "~/ui/typed";
import type { Said } from "./median";
import { CLAIMABLE } from "./rules";
import { counted, LEVEL_WORDS, levelWords } from "./staff-words";

type OutcomeFieldsProps = Refused & { plannedLevel: number; said: Said };

/** What happened, and how much say people had; what was planned and what people say stand beside it. */
export function OutcomeFields({ plannedLevel, said, typed, fields }: OutcomeFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Textarea
        {...field("whatHappened")}
        label="What happened, and what comes of it?"
        hint="Everyone can read this. Say also what did not work."
        rows={8}
      />
      <InsetText>
        <p>Planned: {levelWords(plannedLevel)}.</p>
        <p>
          {said.median === null
            ? "Nobody who took part has said yet how it was for them."
            : `People who took part say: ${levelWords(said.median)} (${counted(said.n, "answer", "answers")}).`}
        </p>
      </InsetText>
      <Radios
        name="achievedLevel"
        legend="How much say did people have?"
        error={fields.achievedLevel?.[0]}
        value={one(typed, "achievedLevel")}
        small
        items={CLAIMABLE.map((level) => ({
          value: String(level),
          label: `${level}. ${LEVEL_WORDS[level]?.name}`,
          hint: LEVEL_WORDS[level]?.means,
        }))}
      />
      <Textarea
        {...field("inDecision")}
        label="How did residents share in the decision?"
        hint="Needed for co-production: it has to be shown."
        rows={3}
      />
      <Textarea
        {...field("inDelivery")}
        label="How do residents share in the doing?"
        hint="Needed for co-production: it has to be shown."
        rows={3}
      />
    </>
  );
}
