import { plainDay } from "~/platform/london";
import { ButtonLink } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import { RETIRABLE, type RetirableKind } from "./rules";
import { atNoon } from "./staff-words";

type RetireLinkProps = { kind: RetirableKind; slug: string; retiredDay: string | null };

/** The way to take something out of use, or back into it, and since when it is out. */
export function RetireLink({ kind, slug, retiredDay }: RetireLinkProps) {
  return (
    <>
      {retiredDay && <InsetText>Out of use since {plainDay(atNoon(retiredDay))}.</InsetText>}
      <p>
        <ButtonLink href={`/manage/places/${RETIRABLE[kind].many}/${slug}/retire`} variant="secondary">
          {retiredDay ? "Bring it back" : "Take it out of use"}
        </ButtonLink>
      </p>
    </>
  );
}
