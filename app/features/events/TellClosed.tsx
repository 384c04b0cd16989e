import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/EmptyState";
import type { Telling } from "./after";

/** Why nothing can be told about an event now, and what to do instead. */
export function TellClosed({ telling, phone, back }: { telling: Telling; phone: string; back: string }) {
  const { t } = useTranslation();
  if (telling === "open") return null;
  return (
    <EmptyState title={t(`say.${telling}.title`)} icon="talk">
      <p>{t(`say.${telling}.text`, { phone })}</p>
      <p>
        <a href={back}>{t("heard.event")}</a>
      </p>
    </EmptyState>
  );
}
