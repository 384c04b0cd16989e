import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type PhoneSupportProps = Partial<Refused> & {
  action: string;
  /** Whether people give points on this board. */
  byPoints: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Where staff put in the support of somebody who rings. */
export function PhoneSupport({ action, byPoints, proof, typed = {}, fields = {} }: PhoneSupportProps) {
  return (
    <form className="rh-narrow" method="post" action={action} noValidate>
      {proof}
      <h2>Somebody on the phone supports it</h2>
      <TextInput
        name="phone"
        type="tel"
        label="Their phone number"
        hint="So that a number counts once. It is scrambled before it is kept: nobody can read it back or ring it."
        error={fields.phone?.[0]}
        defaultValue={one(typed, "phone")}
        width={20}
        autoComplete="off"
      />
      {byPoints && (
        <TextInput
          name="points"
          label="Points that they give"
          error={fields.points?.[0]}
          defaultValue={one(typed, "points", "1")}
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
      <Button>Put their support in</Button>
    </form>
  );
}
