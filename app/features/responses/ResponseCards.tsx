import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Tag, type TagColour } from "~/ui/Tag";
import { promiseWords } from "./promise";
import type { ResponseSeen } from "./read.server";
import type { Kind } from "./rules";

/** The colours of the kinds; their words say the same. */
export const KIND_COLOURS: Readonly<Record<Kind, TagColour>> = {
  did: "green",
  cannot: "orange",
  doing: "blue",
  not_ours: "purple",
  will: "yellow",
  need_info: "grey",
};

type ResponseCardsProps = {
  responses: readonly ResponseSeen[];
  locale: Locale;
  link: (path: string) => string;
  headingLevel?: 2 | 3;
};

/** What was said, and what came of it: a no takes as much room as a deed. */
export function ResponseCards({ responses, locale, link, headingLevel = 2 }: ResponseCardsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const Heading = `h${headingLevel}` as const;
  return <ul className="rh-steps">{responses.map(card)}</ul>;

  function card({ response, neighbourhood, organisation }: ResponseSeen) {
    const { id, kind, said, text, reason, passedTo, ownerRole, publishedAt } = response;
    const promised = promiseWords(t, locale, response);
    return (
      <li key={id}>
        <Heading className="govuk-heading-s">
          <a href={link(`/you-said-we-did/${id}`)} {...foreign}>
            “{said}”
          </a>
        </Heading>
        <p>
          <Tag colour={KIND_COLOURS[kind]}>{t(`responses.kind.${kind}`)}</Tag>{" "}
          {promised && <strong>{promised}</strong>}
        </p>
        <p {...foreign}>{text}</p>
        {reason && (
          <p>
            <strong>{t("responses.why")}:</strong> <span {...foreign}>{reason}</span>
          </p>
        )}
        {passedTo && (
          <p>
            <strong>{t("responses.passedTo")}:</strong> <span {...foreign}>{passedTo}</span>
          </p>
        )}
        <p className="rh-note">
          {neighbourhood ? <span {...foreign}>{neighbourhood.name}</span> : t("responses.wholeBorough")}.{" "}
          <span {...foreign}>
            {ownerRole}, {organisation.name}.
          </span>{" "}
          {publishedAt && t("responses.answeredOn", { day: plainDay(publishedAt, locale) })}
        </p>
      </li>
    );
  }
}
