import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Button } from "~/ui/Button";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import type { Talk } from "./read-comments.server";

type CommentFormProps = {
  talk: Pick<Talk, "badge" | "readsBefore">;
  action: string;
  submissionId: string;
  refused?: Refused;
  locale: Locale;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Where somebody says something about an idea. Staff are told that their name and role stand beside it. */
export function CommentForm({ talk, action, submissionId, refused, locale, proof }: CommentFormProps) {
  const { t } = useTranslation();
  const { typed, fields } = refused ?? { typed: {}, fields: {} };
  const wrong = (name: string) => (fields[name]?.[0] ? t(fields[name]?.[0] ?? "") : undefined);
  return (
    <form className="rh-narrow" method="post" action={action} noValidate>
      {proof}
      <input type="hidden" name="submissionId" value={one(typed, "submissionId", submissionId)} />
      <Textarea
        name="text"
        label={t("said.text")}
        hint={t("said.textHint")}
        rows={4}
        defaultValue={one(typed, "text")}
        error={wrong("text")}
        dir="auto"
      />
      {talk.badge ? (
        <p {...asEnglish(locale)}>{t("said.asStaff", { name: talk.badge.name, role: talk.badge.role })}</p>
      ) : (
        <TextInput
          name="name"
          label={t("said.name")}
          hint={t("said.nameHint")}
          width={20}
          autoComplete="given-name"
          defaultValue={one(typed, "name")}
          error={wrong("name")}
        />
      )}
      <div className="rh-trap" aria-hidden="true">
        <label htmlFor="website">{t("register.website")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      {talk.readsBefore && !talk.badge && <p className="rh-note">{t("said.before")}</p>}
      <Button>{t("said.button")}</Button>
    </form>
  );
}
