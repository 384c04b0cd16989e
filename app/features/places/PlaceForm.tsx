import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { one, type Refused } from "~/ui/typed";

type PlaceFormProps = {
  action: string;
  save: string;
  /** Where to go without saving. */
  back: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
  /** The form carries a file. */
  withFile?: boolean;
  children: ReactNode;
};

/** A form about one place, organisation or word, with its two ways out. */
export function PlaceForm({ action, save, back, proof, withFile, children }: PlaceFormProps) {
  return (
    <form
      className="rh-narrow rh-parts"
      method="post"
      action={action}
      encType={withFile ? "multipart/form-data" : undefined}
      noValidate
    >
      {proof}
      {children}
      <ButtonRow>
        <Button>{save}</Button>
        <ButtonLink href={back} variant="secondary">
          Leave it as it is
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** What each kind of field takes from what was typed before. */
export function askWith({ typed, fields }: Refused) {
  const error = (name: string) => fields[name]?.[0];
  return {
    field: (name: string) => ({ name, error: error(name), defaultValue: one(typed, name) }),
    choice: (name: string, otherwise = "") => ({
      name,
      error: error(name),
      value: one(typed, name, otherwise),
    }),
    ticks: (name: string) => ({ name, error: error(name), values: [typed[name] ?? []].flat() }),
  };
}

/** Choices from a list of codes and their words. */
export const choicesOf = (codes: readonly string[], words: Readonly<Record<string, string>>) =>
  codes.map((value) => ({ value, label: words[value] ?? value, text: words[value] ?? value }));
