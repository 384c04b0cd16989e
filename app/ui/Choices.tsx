import type { ReactNode } from "react";
import { classes } from "./classes";
import { GroupField, type GroupFieldProps } from "./GroupField";
import { Hint } from "./Hint";
import { Label } from "./Label";

/** One answer that can be chosen, or words between answers. */
export type Choice =
  | {
      value: string;
      label: ReactNode;
      hint?: ReactNode;
      id?: string;
      name?: string;
      checked?: boolean;
      disabled?: boolean;
      /** A short further question under this answer. Without JavaScript it always shows; the server ignores it
       * unless this answer is chosen. */
      conditional?: ReactNode;
      /** Checkboxes only: choosing this one clears the others. */
      exclusive?: boolean;
      lang?: string;
    }
  | { divider: ReactNode };

export type ChoicesProps = GroupFieldProps & {
  name: string;
  /** Defaults to `name`. The first answer has exactly this id, so the error summary can link to it. */
  idPrefix?: string;
  items: readonly Choice[];
  small?: boolean;
  className?: string;
};

type Kind = {
  block: "govuk-radios" | "govuk-checkboxes";
  type: "radio" | "checkbox";
  isChosen: (value: string) => boolean;
};

type ItemProps = {
  item: Exclude<Choice, { divider: ReactNode }>;
  id: string;
  name: string;
  kind: Kind;
  describedBy?: string;
};

function Item({ item, id, name, kind: { block, type, isChosen }, describedBy }: ItemProps) {
  const checked = item.checked ?? isChosen(item.value);
  const ids = [describedBy, item.hint && `${id}-item-hint`].filter(Boolean).join(" ");
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={item.name ?? name}
          type={type}
          value={item.value}
          defaultChecked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.exclusive ? "exclusive" : undefined}
          aria-describedby={ids || undefined}
        />
        <Label className={`${block}__label`} htmlFor={id} lang={item.lang}>
          {item.label}
        </Label>
        {item.hint && (
          <Hint id={`${id}-item-hint`} className={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          className={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}

/** The list of answers that Radios and Checkboxes share. */
export function Choices({
  name,
  idPrefix = name,
  items,
  small,
  className,
  kind,
  ...group
}: ChoicesProps & { kind: Kind }) {
  return (
    <GroupField {...group} id={idPrefix}>
      {(ids) => (
        <div
          className={classes(kind.block, small && `${kind.block}--small`, className)}
          data-module={kind.block}
        >
          {items.map((item, at) => {
            const id = at ? `${idPrefix}-${at + 1}` : idPrefix;
            if ("divider" in item) {
              return (
                <div key={id} className={`${kind.block}__divider`}>
                  {item.divider}
                </div>
              );
            }
            const describedBy = kind.type === "checkbox" ? ids : undefined;
            return <Item key={id} {...{ item, name, kind, describedBy }} id={item.id ?? id} />;
          })}
        </div>
      )}
    </GroupField>
  );
}
