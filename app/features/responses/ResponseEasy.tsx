import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Tile } from "~/ui/Tile";
import type { TileKind } from "~/ui/tile-shapes";
import { promiseWords } from "./promise";
import type { ResponseSeen } from "./read.server";
import type { Kind } from "./rules";

const PICTURES: Readonly<Record<Kind, TileKind>> = {
  did: "sun",
  cannot: "house",
  doing: "people",
  not_ours: "wave",
  will: "leaf",
  need_info: "talk",
};

type ResponseEasyProps = {
  responses: readonly ResponseSeen[];
  locale: Locale;
  link: (path: string) => string;
};

/** Answers in Easy Read: large, one idea a line, each with a picture of its kind. */
export function ResponseEasy({ responses, locale, link }: ResponseEasyProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <div className="rh-easy">
      {responses.map((seen) => {
        const { id, kind, said, text, reason, passedTo } = seen.response;
        const by = promiseWords(t, locale, seen.response);
        return (
          <section key={id}>
            <Tile kind={PICTURES[kind]} palette="green" tone="deep" />
            <h2>{t("responses.easy.said")}</h2>
            <p {...foreign}>{said}</p>
            <h3>{t(`responses.easy.${kind}`)}</h3>
            {by && <p>{t("responses.easy.by", { by })}</p>}
            {linesOf(text).map((line) => (
              <p key={line} {...foreign}>
                {line}
              </p>
            ))}
            {reason && <p>{t("responses.easy.why")}</p>}
            {reason &&
              linesOf(reason).map((line) => (
                <p key={line} {...foreign}>
                  {line}
                </p>
              ))}
            {passedTo && <p>{t("responses.easy.passedTo")}</p>}
            {passedTo && <p {...foreign}>{passedTo}</p>}
            <p>
              <a href={link(`/you-said-we-did/${id}`)}>
                {t("responses.easy.more")}
                <span className="govuk-visually-hidden" {...foreign}>
                  : {said}
                </span>
              </a>
            </p>
          </section>
        );
      })}
    </div>
  );
}

/** A sentence a line: what one line says is one idea. */
function linesOf(text: string): string[] {
  return [...new Set(text.split(/(?<=[.!?])\s+|\n+/).filter(Boolean))];
}
