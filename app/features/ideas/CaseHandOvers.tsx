import type { ReactNode } from "react";
import { dayAndClock } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";
import { SERVICES, type Service } from "./moderation";

type CaseHandOversProps = {
  /** Null for those whose turn it is not: they see that there is such a record, and nothing of it. */
  handOvers: readonly { service: string; at: Date | string; by: string }[] | null;
  /** Where the form goes. */
  here: string;
  refused: Refused | undefined;
  proof: ReactNode;
};

/** To whom a worry was passed on: for those on the rota alone. */
export function CaseHandOvers({ handOvers, here, refused, proof }: CaseHandOversProps) {
  if (!handOvers) {
    return (
      <>
        <h2>Passed on</h2>
        <p>Only those whose turn it is on the safeguarding rota note and see to whom it was passed on.</p>
      </>
    );
  }
  return (
    <>
      <h2>Passed on</h2>
      {handOvers.length > 0 && (
        <ul className="rh-list">
          {handOvers.map(({ service, at, by }) => (
            <li key={String(at)}>
              {SERVICES[service as Service]}: {by}, {dayAndClock(new Date(at))}
            </li>
          ))}
        </ul>
      )}
      <form className="rh-narrow" method="post" action={here} noValidate>
        {proof}
        <input type="hidden" name="act" value="pass" />
        <Radios
          name="service"
          legend="Note that it was passed on"
          hint="To whom, when and by whom, and nothing of what was said. This is no case file. It is deleted after a year."
          small
          value={one(refused?.typed ?? {}, "service")}
          error={refused?.fields.service?.[0]}
          items={Object.entries(SERVICES).map(([value, label]) => ({ value, label }))}
        />
        <Button variant="secondary">Note it</Button>
      </form>
    </>
  );
}
