import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { TextInput } from "~/ui/TextInput";

type SignInCodeProps = {
  minutes: number;
  error?: string;
  typed?: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Where the code from the mail is typed, and what to do when no mail comes. */
export function SignInCode({ minutes, error, typed, proof }: SignInCodeProps) {
  return (
    <div className="rh-form">
      <p>Open the link in the email, or type its code here. Each works once, for {minutes} minutes.</p>
      <form method="post" action="/sign-in/code" noValidate>
        {proof}
        <TextInput
          name="code"
          label="Code from the email"
          hint="6 letters and figures, such as K7PM 3X. Small letters are fine."
          error={error}
          defaultValue={typed}
          width={10}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
        />
        <Button arrow>Sign in</Button>
      </form>
      <Details summary="No email came">
        <p>It can take a minute. Look in your junk folder too.</p>
        <p>
          Nothing comes if the address does not belong to an account.{" "}
          <a href="/sign-in">Try another address</a>, or ask the person who gave you your account.
        </p>
        <form method="post" action="/sign-in/check-email">
          {proof}
          <Button variant="secondary">Send it again</Button>
        </form>
      </Details>
    </div>
  );
}
