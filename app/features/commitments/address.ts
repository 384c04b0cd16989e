/** What the register is narrowed to, as its address has it. */
export type RegisterChoice = {
  state: string;
  owner: string;
  neighbourhood: string;
  source: string;
  theme: string;
};

/** The address of the register with a choice; what is empty is left out. `before` begins an earlier page. */
export function registerAddress(
  chosen: Partial<RegisterChoice>,
  { before, at = "/commitments" }: { before?: number | null; at?: string } = {},
): string {
  const given = Object.entries(chosen).filter(([, value]) => value !== "");
  if (before) given.push(["before", String(before)]);
  return given.length > 0 ? `${at}?${new URLSearchParams(given)}` : at;
}
