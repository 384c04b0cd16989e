import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";

type Linked = { slug: string; plainLabel: string };

type ThemeLinksProps = {
  parent: Linked | null;
  parts: readonly Linked[];
  locale: Locale;
  link: (path: string) => string;
};

/** The larger theme that one is part of, and its own parts. */
export function ThemeLinks({ parent, parts, locale, link }: ThemeLinksProps) {
  const { t } = useTranslation();
  const one = ({ slug, plainLabel }: Linked) => (
    <a href={link(`/themes/${slug}`)} {...asEnglish(locale)}>
      {plainLabel}
    </a>
  );
  return (
    <>
      {parent && (
        <p>
          {t("themes.partOf")} {one(parent)}
        </p>
      )}
      {parts.length > 0 && (
        <>
          <h2>{t("themes.parts")}</h2>
          <ul className="rh-list">
            {parts.map((part) => (
              <li key={part.slug}>{one(part)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
