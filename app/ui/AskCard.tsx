import type { ReactNode } from "react";
import { Button } from "./Button";

type AskCardProps = {
  title: ReactNode;
  text?: ReactNode;
  action: string;
  name: string;
  label: string;
  button: string;
  autoComplete?: string;
  headingLevel?: 2 | 3;
};

/** One short question among cards, posted so that the answer stays out of addresses. */
export function AskCard({
  title,
  text,
  action,
  name,
  label,
  button,
  autoComplete,
  headingLevel = 3,
}: AskCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="rh-ask rh-dark">
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      <form action={action} method="post">
        <label htmlFor={`ask-${name}`}>{label}</label>
        <div className="rh-ask__row">
          <input type="text" id={`ask-${name}`} name={name} autoComplete={autoComplete} spellCheck={false} />
          <Button variant="sun">{button}</Button>
        </div>
      </form>
    </section>
  );
}
