import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { backgroundsOf, codesOf, type QuestionKey } from "./code-lists";

type EqualityPaperProps = {
  /** What was answered before, in English. */
  caption: string;
  places: readonly { slug: string; name: string }[];
  /** What this borough asks beside the usual questions. */
  extras: readonly string[];
  locale: Locale;
  dir: "ltr" | "rtl";
};

const SECOND: readonly QuestionKey[] = ["sex", "gender", "religion", "orientation", "carer"];
const USUAL: readonly string[] = ["sex", "carer"];

/** The questions about oneself on a sheet of their own, so that it can be given back apart from any other. */
export function EqualityPaper({ caption, places, extras, locale, dir }: EqualityPaperProps) {
  const { t } = useTranslation();
  const titled = (question: string) => <h2>{t(`equality.questions.${question}`)}</h2>;
  const coded = (question: QuestionKey, codes: readonly string[] = codesOf(question)) =>
    codes.map((code) => ({ key: code, label: t(`equality.codes.${question}.${code}`) }));
  const preferNot = { key: "prefer_not", label: t("surveys.preferNot") };
  return (
    <article className="rh-paper" lang={locale} dir={dir}>
      <div className="rh-paper__page">
        <p className="rh-paper__head">
          <span {...asEnglish(locale)}>{caption}</span>
          <span>{t("surveys.paper.page", { n: 1, of: 2 })}</span>
        </p>
        <h1 className="govuk-heading-l">{t("equality.title")}</h1>
        <p>{t("equality.why.text")}</p>
        <p>{t("equality.paper.apart")}</p>
        <p>
          <strong>{t("equality.paper.how")}</strong>
        </p>
        <section className="rh-paper__question">
          {titled("place")}
          <Boxes
            boxes={[
              ...places.map(({ slug, name }) => ({ key: slug, label: name })),
              { key: "elsewhere", label: t("equality.elsewhere") },
            ]}
          />
        </section>
        <section className="rh-paper__question">
          {titled("age")}
          <p className="rh-paper__short">
            <span className="rh-paper__line" />
          </p>
          <Boxes boxes={[preferNot]} />
        </section>
        {(["condition", "effect"] as const).map((question) => (
          <section key={question} className="rh-paper__question">
            {titled(question)}
            <Boxes boxes={[...coded(question), preferNot]} />
          </section>
        ))}
      </div>
      <div className="rh-paper__page">
        <p className="rh-paper__head">
          <span {...asEnglish(locale)}>{caption}</span>
          <span>{t("surveys.paper.page", { n: 2, of: 2 })}</span>
        </p>
        <section className="rh-paper__question">
          {titled("ethnicity")}
          {codesOf("ethnicity").map((group) => (
            <div key={group}>
              <p>
                <strong>{t(`equality.codes.ethnicity.${group}`)}</strong>
              </p>
              <Boxes boxes={coded("background", backgroundsOf(group))} />
            </div>
          ))}
          <Boxes boxes={[preferNot]} />
        </section>
        {SECOND.filter((question) => USUAL.includes(question) || extras.includes(question)).map(
          (question) => (
            <section key={question} className="rh-paper__question">
              {titled(question)}
              <Boxes boxes={[...coded(question), preferNot]} />
            </section>
          ),
        )}
      </div>
    </article>
  );
}

function Boxes({ boxes }: { boxes: readonly { key: string; label: string }[] }) {
  return (
    <ul className="rh-paper__boxes rh-paper__boxes--two">
      {boxes.map(({ key, label }) => (
        <li key={key} className="rh-paper__box">
          <span className="rh-sheet__box" />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
