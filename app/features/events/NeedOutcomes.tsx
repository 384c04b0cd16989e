import { useTranslation } from "react-i18next";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { languageOf, NEED_STATES, OUTCOMES } from "./need-words";
import type { Need } from "./read-needs.server";

/** One question for each need of an event that is over: was it met? A reason goes with everything else. */
export function NeedOutcomes({ needs, typed, fields }: Refused & { needs: readonly Need[] }) {
  const { t } = useTranslation();
  return (
    <>
      {needs.map(({ task, participant, registration }) => (
        <div className="rh-part" key={task.id}>
          <Radios
            name={`outcome-${task.id}`}
            legend={
              <>
                {t(`needs.${task.need}`)}, <bdi>{participant.name || registration.reference}</bdi>
              </>
            }
            hint={hintOf(task.arranged, languageOf(task.need, registration))}
            value={one(typed, `outcome-${task.id}`, given(task.state))}
            inline
            small
            items={OUTCOMES.map((value) => ({ value, label: NEED_STATES[value].text }))}
          />
          <TextInput
            name={`reason-${task.id}`}
            label="If not wholly, why"
            error={fields[`reason-${task.id}`]?.[0]}
            defaultValue={one(typed, `reason-${task.id}`, task.reason ?? "")}
          />
        </div>
      ))}
    </>
  );
}

const given = (state: string) => ((OUTCOMES as readonly string[]).includes(state) ? state : "");

const hintOf = (arranged: string | null, language: string | null) =>
  [language, arranged && `Arranged: ${arranged}`].filter(Boolean).join(". ") || undefined;
