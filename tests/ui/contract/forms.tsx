import type { ReactElement } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { CharacterCount } from "~/ui/CharacterCount";
import { Checkboxes } from "~/ui/Checkboxes";
import type { Choice } from "~/ui/Choices";
import { DateInput, type DatePart } from "~/ui/DateInput";
import { ErrorMessage } from "~/ui/ErrorMessage";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Fieldset } from "~/ui/Fieldset";
import { Hint } from "~/ui/Hint";
import { Label } from "~/ui/Label";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { type Options, only, sizeOf, Unsupported, whole, words } from "./fixtures";

const text = (options: Options) => words(only(options, "text", "html"));

const plain = (options: Options) => {
  only(options, "text");
  return options?.text as string | undefined;
};

const group = (options: Options) => options && { className: only(options, "classes").classes };

/** The options that every field has, as props; the others go through `rest`. */
function field(options: Options, ...rest: string[]) {
  only(
    options,
    "id",
    "name",
    "label",
    "hint",
    "errorMessage",
    "describedBy",
    "formGroup",
    "classes",
    "attributes",
    ...rest,
  );
  const label = only(options.label, "text", "html", "classes", "isPageHeading");
  return {
    id: options.id,
    name: options.name,
    label: words(label) ?? "",
    labelSize: sizeOf(label.classes, "govuk-label"),
    pageHeading: label.isPageHeading,
    hint: text(options.hint),
    error: plain(options.errorMessage),
    describedBy: options.describedBy,
    group: group(options.formGroup),
    className: options.classes,
    ...options.attributes,
  };
}

function groupField(options: Options) {
  const fieldset = only(options.fieldset, "legend", "describedBy");
  const legend = only(fieldset.legend, "text", "html", "classes", "isPageHeading");
  return {
    legend: words(legend),
    legendSize: sizeOf(legend.classes, "govuk-fieldset__legend"),
    pageHeading: legend.isPageHeading,
    hint: text(options.hint),
    error: plain(options.errorMessage),
    describedBy: fieldset.describedBy ?? options.describedBy,
    group: group(options.formGroup),
  };
}

function choice(item: Options): Choice {
  if (item?.divider) return { divider: only(item, "divider").divider };
  only(
    item,
    "value",
    "text",
    "html",
    "hint",
    "id",
    "name",
    "checked",
    "disabled",
    "conditional",
    "behaviour",
  );
  return {
    value: String(item.value),
    label: words(item),
    hint: text(item.hint),
    id: item.id,
    name: item.name,
    checked: item.checked,
    disabled: item.disabled,
    conditional: item.conditional?.html && words(item.conditional),
    exclusive: item.behaviour === "exclusive",
  };
}

const choices = (options: Options) => ({
  ...groupField(options),
  name: options.name,
  idPrefix: options.idPrefix,
  className: options.classes,
  items: whole(options.items).map(choice),
});

const CHOICES = [
  "name",
  "idPrefix",
  "fieldset",
  "hint",
  "errorMessage",
  "describedBy",
  "formGroup",
  "classes",
  "items",
];

function datePart(options: Options, part: DatePart) {
  const own = only(options[part], "error", "value", "classes", "name");
  if (own.name && own.name !== part) throw new Unsupported("name");
  if (own.classes && !/^govuk-input--width-[24]$/.test(own.classes)) throw new Unsupported("classes");
  return own;
}

function dateInput(options: Options) {
  only(
    options,
    "id",
    "namePrefix",
    "fieldset",
    "hint",
    "errorMessage",
    "formGroup",
    "values",
    "day",
    "month",
    "year",
  );
  const { values = {} } = options;
  const parts: DatePart[] = ["day", "month", "year"];
  if (parts.some((part) => options[part] === false || options[part]?.error === false))
    throw new Unsupported("part");
  const wrong = parts.filter((part) => datePart(options, part).error);
  const value = (part: DatePart) =>
    datePart(options, part).value ?? values[part] ?? values[`${options.namePrefix}-${part}`];
  const kept = Object.fromEntries(parts.map((part) => [part, value(part)?.toString()]));
  const group = groupField(options);
  return (
    <DateInput
      {...group}
      id={options.id}
      namePrefix={options.namePrefix}
      values={kept}
      wrong={wrong.length || !group.error ? wrong : undefined}
    />
  );
}

function button(options: Options) {
  only(options, "text", "html", "href", "name", "value", "type", "disabled", "classes", "id", "attributes");
  if (/inverse/.test(options.classes ?? "")) throw new Unsupported("inverse");
  const variant = /govuk-button--(secondary|warning)/.exec(options.classes ?? "")?.[1] as
    | "secondary"
    | "warning";
  const className = options.classes?.replace(/govuk-button--(secondary|warning)/, "");
  const look = { variant, className, ...options.attributes };
  if (options.href) {
    return (
      <ButtonLink {...look} href={options.href}>
        {words(options)}
      </ButtonLink>
    );
  }
  const { name, value, type, disabled, id } = options;
  return (
    <Button
      {...look}
      {...Object.fromEntries(Object.entries({ name, value, type, id }).filter(([, v]) => v))}
      disabled={disabled}
    >
      {words(options)}
    </Button>
  );
}

/** How the options of a govuk-frontend form component become props of ours. */
export const forms: Record<string, (options: Options) => ReactElement | null> = {
  button,
  "character-count": (options) => {
    const { maxlength, maxwords } = options;
    if (!maxlength && !maxwords) throw new Unsupported("no limit");
    const props = field(options, "maxlength", "maxwords", "rows", "value", "spellcheck");
    if (props.maxLength || options.attributes?.maxlength) throw new Unsupported("maxlength attribute");
    const { rows = 5, value, spellcheck } = options;
    return (
      <CharacterCount
        {...props}
        limit={maxlength ?? maxwords}
        unit={maxwords ? "words" : undefined}
        rows={rows}
        defaultValue={value}
        spellCheck={spellcheck}
      />
    );
  },
  checkboxes: (options) => (
    <Checkboxes {...choices(only(options, ...CHOICES, "values"))} values={options.values} />
  ),
  "date-input": dateInput,
  "error-message": (options) => {
    only(options, "text", "html", "id", "classes", "attributes");
    return (
      <ErrorMessage id={options.id} className={options.classes} {...options.attributes}>
        {words(options)}
      </ErrorMessage>
    );
  },
  "error-summary": (options) => {
    only(options, "titleText", "titleHtml", "descriptionText", "descriptionHtml", "errorList");
    return (
      <ErrorSummary
        title={words(options, "titleText", "titleHtml")}
        description={words(options, "descriptionText", "descriptionHtml")}
        errors={(options.errorList ?? []).map((error: Options) => ({
          text: words(only(error, "text", "html", "href")),
          href: error.href,
        }))}
      />
    );
  },
  fieldset: (options) => {
    only(options, "legend", "describedBy", "classes", "role", "attributes", "html");
    const legend = only(options.legend, "text", "html", "classes", "isPageHeading");
    return (
      <Fieldset
        legend={words(legend)}
        legendSize={sizeOf(legend.classes, "govuk-fieldset__legend")}
        pageHeading={legend.isPageHeading}
        describedBy={options.describedBy}
        className={options.classes}
        role={options.role}
        {...options.attributes}
      >
        {options.html && words(options)}
      </Fieldset>
    );
  },
  hint: (options) => {
    only(options, "text", "html", "id", "classes", "attributes");
    return (
      <Hint id={options.id} className={options.classes} {...options.attributes}>
        {words(options)}
      </Hint>
    );
  },
  input: (options) => {
    const props = field(
      options,
      ...[
        "type",
        "value",
        "prefix",
        "suffix",
        "inputmode",
        "autocomplete",
        "pattern",
        "spellcheck",
        "autocapitalize",
        "disabled",
      ],
    );
    const width = /^govuk-input--width-(\d+)$/.exec(options.classes ?? "")?.[1];
    return (
      <TextInput
        {...props}
        className={width ? undefined : props.className}
        width={width && (Number(width) as 2)}
        type={options.type ?? "text"}
        defaultValue={options.value}
        prefix={text(options.prefix)}
        suffix={text(options.suffix)}
        inputMode={options.inputmode}
        autoComplete={options.autocomplete}
        pattern={options.pattern}
        spellCheck={options.spellcheck}
        autoCapitalize={options.autocapitalize}
        disabled={options.disabled}
      />
    );
  },
  label: (options) => {
    only(options, "text", "html", "for", "classes", "isPageHeading", "attributes");
    if (!words(options)) throw new Unsupported("empty");
    return (
      <Label
        htmlFor={options.for}
        className={options.classes}
        pageHeading={options.isPageHeading}
        {...options.attributes}
      >
        {words(options)}
      </Label>
    );
  },
  radios: (options) => {
    const { className, ...props } = choices(only(options, ...CHOICES, "value"));
    const names = (className ?? "").split(" ");
    const others = names
      .filter((name: string) => name && !/^govuk-radios--(small|inline)$/.test(name))
      .join(" ");
    return (
      <Radios
        {...props}
        className={others}
        small={names.includes("govuk-radios--small")}
        inline={names.includes("govuk-radios--inline")}
        value={options.value}
      />
    );
  },
  select: (options) => {
    const props = field(options, "items", "value", "disabled");
    const items = whole(options.items).map((item: Options) => only(item, "text", "value", "disabled"));
    return <Select {...props} items={items} defaultValue={options.value} disabled={options.disabled} />;
  },
  textarea: (options) => {
    const { rows = 5, value, autocomplete, spellcheck } = options;
    const props = field(options, "rows", "value", "autocomplete", "spellcheck");
    return (
      <Textarea
        {...props}
        rows={rows}
        defaultValue={value}
        autoComplete={autocomplete}
        spellCheck={spellcheck}
      />
    );
  },
};
