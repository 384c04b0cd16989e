import type { ReactNode } from "react";
import { Button } from "~/ui/Button";

type DemoPeopleProps = {
  people: readonly { slug: string; name: string; blurb: string }[];
  /** Whom this browser is signed in as, if anyone. */
  now: string | null;
  goOn: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** The people of the demonstration, each signed in as with one click. */
export function DemoPeople({ people, now, goOn, proof }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people">Sign in as someone in Larkmere</h2>
      <p>{now && `You are ${now} now. `}They are invented. One click, no password, no second step.</p>
      <form method="post" action="/sign-in/demo">
        {proof}
        <input type="hidden" name="then" value={goOn} />
        <ul className="rh-people">
          {people.map(({ slug, name, blurb }) => (
            <li key={slug}>
              <h3>{name}</h3>
              <p>{blurb}</p>
              <Button small variant="secondary" name="person" value={slug}>
                Sign in<span className="govuk-visually-hidden"> as {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
