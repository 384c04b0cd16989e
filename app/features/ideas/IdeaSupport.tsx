import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import type { Standing } from "./rules";

/** How an idea stands for whoever looks at it. */
export type SupportShown = {
  mode: "none" | "one" | "points";
  standing: Standing;
  count: number;
  /** What this visitor gave: 0, nothing. */
  mine: number;
  /** Points that they have left; null where there are none. */
  left: number | null;
};

type IdeaSupportProps = {
  support: SupportShown;
  /** Where the form is posted to, in the page's language. */
  action: string;
  submissionId: string;
  /** The token that the form came from us. */
  proof: ReactNode;
  error?: string;
  typed?: string;
};

/** How many support an idea, and the button that does it or takes it back. Never who. */
export function IdeaSupport({ support, action, submissionId, proof, error, typed }: IdeaSupportProps) {
  const { t } = useTranslation();
  const { mode, standing, count, mine, left } = support;
  if (mode === "none") return null;
  const form = (children: ReactNode) => (
    <form action={action} method="post">
      {proof}
      <input type="hidden" name="submissionId" value={submissionId} />
      {children}
    </form>
  );
  return (
    <>
      <p>
        <strong>{t(mode === "points" ? "ideas.points" : "ideas.supports", { count })}</strong>
      </p>
      {standing === "not_yet" && <p>{t("ideas.support.notYet")}</p>}
      {standing === "closed" && <p>{t("ideas.support.closed")}</p>}
      {standing === "open" && mine > 0 && (
        <p>{mode === "points" ? t("ideas.support.yours", { count: mine }) : t("ideas.support.given")}</p>
      )}
      {standing === "open" && mode === "points" && left !== null && (
        <>
          {mine === 0 && <p>{t("ideas.support.left", { count: left })}</p>}
          {left + mine > 0 &&
            form(
              <>
                <TextInput
                  name="points"
                  label={t("ideas.support.points")}
                  error={error}
                  defaultValue={typed ?? String(mine || 1)}
                  width={3}
                  inputMode="numeric"
                  autoComplete="off"
                />
                <Button variant={mine > 0 ? "secondary" : "primary"}>{t("ideas.support.give")}</Button>
              </>,
            )}
        </>
      )}
      {standing === "open" &&
        mode === "one" &&
        mine === 0 &&
        form(<Button>{t("ideas.support.button")}</Button>)}
      {standing === "open" &&
        mine > 0 &&
        form(
          <>
            <input type="hidden" name="undo" value="yes" />
            <Button variant="secondary">{t("ideas.support.undo")}</Button>
          </>,
        )}
      <p className="rh-note rh-after">{t("ideas.support.private")}</p>
    </>
  );
}
