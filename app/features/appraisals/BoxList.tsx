import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** A box of a staff form: one line unless it says otherwise. */
export type Box = {
  name: string;
  label: string;
  hint?: string;
  is?: "text" | "day" | "link" | "short" | "radios" | "neighbourhood";
  items?: readonly { value: string; label: string }[];
};

type BoxListProps = Pick<Refused, "typed" | "fields"> & {
  boxes: readonly Box[];
  neighbourhoods?: readonly { slug: string; name: string }[];
};

/** The boxes of a staff form in order, with what was typed and what is wrong. */
export function BoxList({ boxes, typed, fields, neighbourhoods = [] }: BoxListProps) {
  return (
    <>
      {boxes.map(({ name, label, hint, is, items = [] }) => {
        const error = fields[name]?.[0];
        const value = one(typed, name);
        if (is === "radios")
          return (
            <Radios
              key={name}
              name={name}
              legend={label}
              legendSize="s"
              hint={hint}
              error={error}
              value={value}
              items={items}
            />
          );
        const field = { name, label, hint, error, defaultValue: value };
        if (is === "text") return <Textarea key={name} {...field} rows={4} />;
        if (is === "day") return <TextInput key={name} {...field} type="date" width={10} />;
        if (is === "link") return <TextInput key={name} {...field} type="url" spellCheck={false} />;
        if (is === "short") return <TextInput key={name} {...field} width={10} inputMode="decimal" />;
        if (is === "neighbourhood")
          return (
            <Select
              key={name}
              {...field}
              items={[
                { value: "", text: "The whole borough" },
                ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
              ]}
            />
          );
        return <TextInput key={name} {...field} />;
      })}
    </>
  );
}
