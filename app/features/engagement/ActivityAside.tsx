import { useTranslation } from "react-i18next";
import { Aside } from "~/ui/Aside";
import { isPalette } from "~/ui/palettes";
import type { ActivityShown } from "./shown";

type ActivityAsideProps = {
  shown: ActivityShown;
  contacts: { phone: string };
  link: (path: string) => string;
};

/** Beside an activity: whom to ring, and what else is going on there. */
export function ActivityAside({ shown, contacts, link }: ActivityAsideProps) {
  const { t } = useTranslation();
  const { neighbourhood } = shown;
  const palette = neighbourhood?.palette ?? "";
  return (
    <Aside
      label={t("activity.more")}
      palette={isPalette(palette) ? palette : "green"}
      seed={neighbourhood?.seed ?? 5}
    >
      <h2>{t("event.ring")}</h2>
      <p>
        {t("activity.ringText")}{" "}
        <a href={`tel:+44${contacts.phone.replace(/\D/g, "").slice(1)}`} dir="ltr">
          {contacts.phone}
        </a>
      </p>
      <h2>{t("engagement.coming")}</h2>
      <ul className="rh-list">
        {neighbourhood && (
          <li>
            <a href={link(`/engagement?neighbourhood=${neighbourhood.slug}`)} lang="en">
              {neighbourhood.name}
            </a>
          </li>
        )}
        <li>
          <a href={link("/engagement")}>{t("engagement.clear")}</a>
        </li>
      </ul>
    </Aside>
  );
}
