import { Choices, type ChoicesProps } from "./Choices";

type CheckboxesProps = ChoicesProps & { values?: readonly string[] };

/** Any number of answers. `values` are the answers given before. */
export function Checkboxes({ values = [], ...rest }: CheckboxesProps) {
  return (
    <Choices
      {...rest}
      kind={{ block: "govuk-checkboxes", type: "checkbox", isChosen: (item) => values.includes(item) }}
    />
  );
}
