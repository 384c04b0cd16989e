import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { one, type Refused } from "~/ui/typed";
import { LARGEST_WORKBOOK } from "./rules";

type ExportFieldsProps = Pick<Refused, "typed" | "fields"> & {
  /** They may have what people wrote in their own words. */
  words: boolean;
  /** They may have the names beside linked answers. */
  names: boolean;
};

/** In which kind of file, with what, and why. */
export function ExportFields({ words, names, typed, fields }: ExportFieldsProps) {
  return (
    <>
      {words && (
        <Checkboxes
          name="words"
          values={[one(typed, "words")]}
          items={[
            {
              value: "yes",
              label: "With what people wrote in their own words",
              hint: "It may name somebody, or tell who wrote it.",
            },
          ]}
        />
      )}
      {names && (
        <Checkboxes
          name="names"
          values={[one(typed, "names")]}
          items={[{ value: "yes", label: "With the names of those who answered, and the day" }]}
        />
      )}
      <Radios
        name="format"
        legend="Kind of file"
        error={fields.format?.[0]}
        value={one(typed, "format", "csv")}
        items={[
          {
            value: "csv",
            label: "CSV",
            hint: "Any number of responses. Excel and every other program open it.",
          },
          {
            value: "xlsx",
            label: "Excel workbook",
            hint: `Up to ${LARGEST_WORKBOOK.toLocaleString("en-GB")} responses, with the codebook.`,
          },
        ]}
      />
      <Textarea
        name="reason"
        label="What you need them for"
        hint="It is written down with your name."
        error={fields.reason?.[0]}
        defaultValue={one(typed, "reason")}
        rows={2}
      />
    </>
  );
}
