import type { Typed } from "~/ui/typed";
import type { CommitmentSeen } from "./read.server";
import type { StaffAct } from "./staff-words";

type Beside = {
  today: string;
  themes: string[];
  office: { role: string; email: string | null; organisation: string } | null;
};

/** What a form of an act holds before anybody has typed: what is so now, and today. */
export function typedNow(
  act: StaffAct,
  { commitment, neighbourhood }: CommitmentSeen,
  beside: Beside,
): Typed {
  const { today, themes, office } = beside;
  if (act === "owner") {
    return office
      ? { organisation: office.organisation, role: office.role, email: office.email ?? "" }
      : { organisation: "", role: "", email: "" };
  }
  if (act === "date") return { precision: commitment.precision ?? "day", day: today };
  if (act !== "correct") return { day: today };
  return {
    said: commitment.said,
    sourceWords: commitment.sourceWords ?? "",
    sourceLink: commitment.sourceLink ?? "",
    condition: commitment.condition ?? "",
    neighbourhood: neighbourhood?.slug ?? "",
    themes,
  };
}
