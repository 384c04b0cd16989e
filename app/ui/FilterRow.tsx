import type { ReactNode } from "react";
import { Button } from "./Button";
import { TextInput } from "./TextInput";

type FilterRowProps = {
  /** The list's own address: the choice stays in it. */
  action: string;
  /** Words to find, in the field that stands first; left out, the list is not searched by words. */
  words?: { label: string; value: string };
  /** Where everything is listed again, when something is left out now. */
  all: string | false;
  /** The other fields. */
  children: ReactNode;
};

/** Narrows a list of the staff pages, in one row above it. */
export function FilterRow({ action, words, all, children }: FilterRowProps) {
  return (
    <form className="rh-filter-row" action={action} method="get" aria-label="Narrow the list">
      {words && (
        <TextInput name="q" type="search" label={words.label} defaultValue={words.value} maxLength={100} />
      )}
      {children}
      <Button variant="secondary">Show</Button>
      {all && <a href={all}>Show all</a>}
    </form>
  );
}
