import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";

type SecondFactorCodeProps = {
  /** What the code is for: to prove a new key, or to sign in. */
  act: "confirm" | "check";
  /** Where the form goes. */
  action: string;
  error?: string;
  goOn: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Where the six figures of the authenticator app are typed. */
export function SecondFactorCode({ act, action, error, goOn, proof }: SecondFactorCodeProps) {
  return (
    <form method="post" action={action} noValidate>
      {proof}
      <input type="hidden" name="then" value={goOn} />
      <TextInput
        name="code"
        label="6-digit code"
        error={error}
        width={10}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        dir="ltr"
      />
      <Button name="act" value={act} arrow>
        Continue
      </Button>
    </form>
  );
}
