import { useTranslation } from "react-i18next";
import type { Periods } from "~/features/places/periods";
import { asEnglish, type Locale } from "~/platform/locales";
import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { PartyChoices } from "./PartyChoices";
import { PartyFields } from "./PartyFields";
import { PaymentFields } from "./PaymentFields";
import type { leftIn } from "./pools";
import type { SessionSeen } from "./read-sessions.server";
import { HERE_AS } from "./rules";

type RegistrationFieldsProps = Refused & {
  event: Parameters<typeof leftIn>[0] & { carersTakePlaces: boolean; provided: string[] };
  /** True when not everybody who asks now gets a place at once. */
  mayWait: boolean;
  sessions: readonly SessionSeen[];
  /** When what helps can no longer be promised, or until when it can. */
  adjust: { late: boolean; by: string } | null;
  neighbourhoods: readonly { slug: string; name: string }[];
  /** How long what they write is kept. */
  periods: Pick<Periods, "accessNeedsDays" | "registrationMonths">;
  locale: Locale;
  link: (path: string) => string;
};

/** The form that saves a place. Nothing but a name and a way to be told is needed. */
export function RegistrationFields({
  typed,
  fields,
  event,
  mayWait,
  sessions,
  adjust,
  neighbourhoods,
  periods,
  locale,
  link,
}: RegistrationFieldsProps) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  const kept = (name: string, otherwise = "") => one(typed, name, otherwise);
  const isOpen = (...names: string[]) => names.some((name) => kept(name) !== "" || fields[name]);
  return (
    <>
      <TextInput
        name="name"
        label={t("register.name")}
        hint={t("register.nameHint")}
        error={error("name")}
        defaultValue={kept("name")}
        autoComplete="name"
        spellCheck={false}
      />
      <Radios
        name="contact"
        legend={t("register.contact")}
        hint={t("register.contactHint")}
        error={error("contact")}
        value={kept("contact")}
        items={[
          {
            value: "email",
            label: t("register.byEmail"),
            conditional: reachField("email", "email", "email"),
          },
          { value: "phone", label: t("register.byPhone"), conditional: reachField("phone", "tel", "tel") },
          {
            value: "letter",
            label: t("register.byLetter"),
            conditional: (
              <Textarea
                name="address"
                label={t("register.address")}
                error={error("address")}
                defaultValue={kept("address")}
                autoComplete="street-address"
                rows={4}
              />
            ),
          },
          { value: "none", label: t("register.byNone") },
        ]}
      />
      <PartyChoices typed={typed} fields={fields} event={event} sessions={sessions} />
      <PartyFields typed={typed} fields={fields} event={event} adjust={adjust} />
      {event.provided.includes("payment_for_time") && <PaymentFields typed={typed} fields={fields} />}
      {mayWait && (
        <Radios
          name="promote"
          legend={t("register.promote")}
          hint={t("register.promoteHint")}
          value={kept("promote", "yes")}
          items={[
            { value: "yes", label: t("register.promoteYes") },
            { value: "ask", label: t("register.promoteAsk") },
          ]}
        />
      )}
      <Details
        summary={t("register.aboutYou")}
        open={isOpen("hereAs", "organisation", "neighbourhood", "postcode", "ownPlace")}
      >
        <Select
          name="hereAs"
          label={t("register.hereAs")}
          defaultValue={kept("hereAs", "resident")}
          items={HERE_AS.map((value) => ({ value, text: t(`hereAs.${value}`) }))}
        />
        <TextInput
          name="organisation"
          label={t("register.organisation")}
          hint={t("register.organisationHint")}
          error={error("organisation")}
          defaultValue={kept("organisation")}
          autoComplete="organization"
        />
        <Select
          name="neighbourhood"
          label={t("register.neighbourhood")}
          defaultValue={kept("neighbourhood")}
          items={[
            { value: "", text: t("register.neighbourhoodNone") },
            ...neighbourhoods.map(({ slug, name }) => ({
              value: slug,
              text: name,
              lang: asEnglish(locale).lang,
            })),
          ]}
        />
        <TextInput
          name="postcode"
          label={t("register.postcode")}
          hint={t("register.postcodeHint")}
          error={error("postcode")}
          defaultValue={kept("postcode")}
          autoComplete="postal-code"
          width={10}
        />
        <TextInput
          name="ownPlace"
          label={t("register.ownPlace")}
          hint={t("register.ownPlaceHint")}
          error={error("ownPlace")}
          defaultValue={kept("ownPlace")}
        />
      </Details>
      <Details summary={t("register.forSomeone")} open={isOpen("helperName", "helperContact")}>
        <TextInput
          name="helperName"
          label={t("register.helperName")}
          error={error("helperName")}
          defaultValue={kept("helperName")}
        />
        <TextInput
          name="helperContact"
          label={t("register.helperContact")}
          hint={t("register.helperHint")}
          error={error("helperContact")}
          defaultValue={kept("helperContact")}
        />
      </Details>
      <div className="rh-trap" aria-hidden="true">
        <label htmlFor="website">{t("register.website")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" defaultValue={kept("website")} />
      </div>
      <InsetText>
        {t("register.privacy", { days: periods.accessNeedsDays, months: periods.registrationMonths })}{" "}
        <a href={link("/privacy")}>{t("register.privacyLink")}</a>
      </InsetText>
    </>
  );

  function reachField(name: "email" | "phone", type: string, autoComplete: string) {
    return (
      <TextInput
        name={name}
        type={type}
        label={t(`register.${name}`)}
        error={error(name)}
        defaultValue={kept(name)}
        autoComplete={autoComplete}
        spellCheck={false}
        inputMode={name === "phone" ? "tel" : "email"}
      />
    );
  }
}
