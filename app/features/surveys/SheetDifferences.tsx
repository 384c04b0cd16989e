import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";
import type { Difference } from "./sheet-answers";

type SheetDifferencesProps = Pick<Refused, "typed" | "fields"> & { differences: readonly Difference[] };

/** Questions that two people typed differently, side by side, one choice each. */
export function SheetDifferences({ differences, typed, fields }: SheetDifferencesProps) {
  return differences.map(({ field, title, first, second }) => (
    <Radios
      key={field}
      name={field}
      legend={title}
      legendSize="s"
      error={fields[field]?.[0]}
      value={one(typed, field)}
      items={[
        { value: "first", label: first, hint: "First typing" },
        { value: "second", label: second, hint: "Second typing" },
      ]}
    />
  ));
}
