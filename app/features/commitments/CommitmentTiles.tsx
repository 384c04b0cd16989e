import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { Details } from "~/ui/Details";
import { StatTile } from "~/ui/StatTile";
import type { PromiseFigures } from "./figures.server";

/** The figures of commitments: kept on time, overdue, without an owner, re-dated; and how they are counted. */
export function CommitmentTiles({ figures, locale }: { figures: PromiseFigures; locale: Locale }) {
  const { t } = useTranslation();
  const { onTimeRate, doneOnTime, fellDue, states, oldestOverdue, noOwner, redatedTwice } = figures;
  const rate = onTimeRate === null ? t("commitments.tile.notYet") : `${onTimeRate}%`;
  const oldest = oldestOverdue && plainDay(new Date(`${oldestOverdue}T12:00:00Z`), locale);
  const withdrawn = t("commitments.withdrawnCount", { count: states.withdrawn });
  return (
    <>
      <CardGrid size="stats">
        <StatTile
          icon="leaf"
          number={rate}
          label={t("commitments.tile.onTime")}
          note={
            fellDue === 0
              ? t("commitments.tile.notYetNote")
              : t("commitments.tile.onTimeNote", { done: doneOnTime, due: fellDue })
          }
        />
        <StatTile
          icon="sun"
          tone="blush"
          number={states.overdue}
          label={t("commitments.tile.overdue")}
          note={oldest ? t("commitments.tile.oldest", { day: oldest }) : t("commitments.tile.noOverdue")}
        />
        <StatTile
          icon="people"
          tone="sun"
          number={noOwner}
          label={t("commitments.tile.noOwner")}
          note={t("commitments.tile.noOwnerNote")}
        />
        <StatTile
          icon="wave"
          tone="sky"
          number={redatedTwice}
          label={t("commitments.tile.redated")}
          note={t("commitments.tile.redatedNote")}
        />
      </CardGrid>
      <Details summary={t("commitments.how")}>
        <p>{t("commitments.howText", { withdrawn })}</p>
      </Details>
    </>
  );
}
