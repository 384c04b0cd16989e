import { useTranslation } from "react-i18next";
import { Tag } from "~/ui/Tag";
import type { State } from "./rules";
import { STATE_COLOURS, stateKey } from "./shown";

/** How a commitment stands, in a word or two. */
export function CommitmentState({ state, kind }: { state: State; kind: string }) {
  const { t } = useTranslation();
  return <Tag colour={STATE_COLOURS[state]}>{t(`commitments.${stateKey({ state, kind })}`)}</Tag>;
}
