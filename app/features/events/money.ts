const POUNDS = /^£?\s*(\d{1,3}(?:,\d{3})*|\d{1,6})(?:\.(\d{2}))?$/;

/** Pounds as typed ("12", "£12.50", "1,200") in pence; null for anything else. */
export function penceOf(typed: string): number | null {
  const [, pounds, pence = "0"] = POUNDS.exec(typed.trim()) ?? [];
  if (pounds === undefined) return null;
  return Number(pounds.replaceAll(",", "")) * 100 + Number(pence);
}

/** Pence in words of money: "£12.50", and "£9,840" for whole pounds. */
export function pounds(pence: number): string {
  const whole = pence % 100 === 0;
  return (pence / 100).toLocaleString("en-GB", {
    style: "currency",
    currency: "GBP",
    minimumFractionDigits: whole ? 0 : 2,
  });
}
