import { classes } from "./classes";
import { Hint } from "./Hint";
import { Textarea, type TextareaProps } from "./Textarea";
import { useWords } from "./words";

type CharacterCountProps = Omit<TextareaProps, "after" | "maxLength"> & {
  /** How much the server takes; the field itself never cuts text off. */
  limit: number;
  unit?: "characters" | "words";
};

/** A textarea that says how much it takes. */
export function CharacterCount({
  limit,
  unit = "characters",
  className,
  describedBy,
  group,
  ...rest
}: CharacterCountProps) {
  const word = useWords();
  const id = rest.id ?? rest.name;
  const info = `${id}-info`;
  const message =
    unit === "words" ? word("maxWords", { count: limit }) : word("maxCharacters", { count: limit });
  return (
    <Textarea
      {...rest}
      describedBy={classes(info, describedBy)}
      className={classes("govuk-js-character-count", className)}
      group={{
        ...group,
        className: classes("govuk-character-count", group?.className),
        "data-module": "govuk-character-count",
        ...(unit === "words"
          ? { "data-maxwords": limit, "data-count-type": unit }
          : { "data-maxlength": limit }),
      }}
      after={
        <Hint id={info} className="govuk-character-count__message">
          {message}
        </Hint>
      }
    />
  );
}
