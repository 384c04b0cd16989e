import type { ReactNode } from "react";
import type { Qr } from "~/platform/qr.server";
import { Button } from "~/ui/Button";
import { SecondFactorCode } from "./SecondFactorCode";

type SecondFactorSetUpProps = {
  /** The key in groups of four, and the picture of it; null until the set-up has begun. */
  pending: { key: string; qr: Qr } | null;
  /** Where its forms go. */
  action: string;
  error?: string;
  goOn: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Setting up the authenticator app: begin, then picture or key, then a code that proves it. */
export function SecondFactorSetUp({ pending, action, error, goOn, proof }: SecondFactorSetUpProps) {
  const begin = (
    <form method="post" action={action}>
      {proof}
      <input type="hidden" name="then" value={goOn} />
      <Button name="act" value="begin" arrow={!pending} variant={pending ? "secondary" : "primary"}>
        {pending ? "Start again with a new key" : "Set it up now"}
      </Button>
    </form>
  );
  if (!pending) {
    return (
      <div className="rh-prose">
        <p>
          You need an <strong>authenticator app</strong>. It shows a new 6-digit code every half minute,
          without signal too. Phones have one, or you can get one for nothing: look for “authenticator” where
          you get apps. Many password managers can do it on a computer.
        </p>
        <p>It takes two minutes, once.</p>
        {begin}
      </div>
    );
  }
  return (
    <div className="rh-prose">
      <ol>
        <li>Open your authenticator app and add an account.</li>
        <li>Point it at this picture, or type the key below it.</li>
        <li>Type the 6-digit code that the app now shows.</li>
      </ol>
      <svg
        className="rh-qr"
        viewBox={`-4 -4 ${pending.qr.size + 8} ${pending.qr.size + 8}`}
        role="img"
        aria-label="Picture for the authenticator app. The key below says the same."
        shapeRendering="crispEdges"
      >
        <path d={pending.qr.path} />
      </svg>
      <p>
        Key to type:
        <br />
        <code className="rh-key" dir="ltr">
          {pending.key}
        </code>
      </p>
      <SecondFactorCode act="confirm" action={action} error={error} goOn={goOn} proof={proof} />
      {begin}
    </div>
  );
}
