import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Checkboxes } from "~/ui/Checkboxes";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { MOST } from "./rules";

/** The order of the fields, for the summary of what has to be put right. */
export const IDEA_FIELDS = ["title", "text", "neighbourhood", "themes", "name", "email"] as const;

type IdeaFieldsProps = Refused & {
  neighbourhoods: readonly { slug: string; name: string }[];
  themes: readonly { slug: string; plainLabel: string }[];
  asksLink: boolean;
  contacts: { safeguardingAdults: string; safeguardingChildren: string };
  locale: Locale;
};

/** What somebody writes to post an idea. */
export function IdeaFields(props: IdeaFieldsProps) {
  const { typed, fields, neighbourhoods, themes, asksLink, contacts, locale } = props;
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  return (
    <>
      <TextInput
        name="title"
        label={t("ideas.new.ideaTitle")}
        hint={t("ideas.new.ideaTitleHint")}
        labelSize="m"
        error={error("title")}
        defaultValue={one(typed, "title")}
        maxLength={MOST.title}
        autoComplete="off"
      />
      <p>
        {t("ideas.new.reads", {
          adults: contacts.safeguardingAdults,
          children: contacts.safeguardingChildren,
        })}
      </p>
      <Textarea
        name="text"
        label={t("ideas.new.text")}
        hint={t("ideas.new.textHint")}
        labelSize="m"
        error={error("text")}
        defaultValue={one(typed, "text")}
        rows={6}
        maxLength={MOST.text}
      />
      <Select
        name="neighbourhood"
        label={t("ideas.new.neighbourhood")}
        labelSize="m"
        error={error("neighbourhood")}
        defaultValue={one(typed, "neighbourhood")}
        items={[
          { value: "", text: t("ideas.find.everywhere") },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name, lang: foreign.lang })),
        ]}
      />
      <Checkboxes
        name="themes"
        legend={t("ideas.new.themes")}
        legendSize="m"
        hint={t("ideas.new.themesHint")}
        small
        values={[typed.themes ?? []].flat()}
        items={themes.map(({ slug, plainLabel }) => ({ value: slug, label: plainLabel, ...foreign }))}
      />
      <TextInput
        name="name"
        label={t("ideas.new.name")}
        hint={t("ideas.new.nameHint")}
        labelSize="m"
        error={error("name")}
        defaultValue={one(typed, "name")}
        maxLength={MOST.name}
        width={20}
        autoComplete="name"
      />
      <TextInput
        name="email"
        type="email"
        label={t("ideas.new.email")}
        hint={t(asksLink ? "ideas.new.emailLinkHint" : "ideas.new.emailHint")}
        labelSize="m"
        error={error("email")}
        defaultValue={one(typed, "email")}
        maxLength={MOST.email}
        autoComplete="email"
        spellCheck={false}
      />
    </>
  );
}
