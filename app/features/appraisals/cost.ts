const POUNDS = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?$/;

/** Pounds as typed ("120000", "£120,000") in pence; null for anything else. */
export function costIn(typed: string): number | null {
  const [, pounds, pence = "0"] = POUNDS.exec(typed.trim()) ?? [];
  return pounds === undefined ? null : Number(pounds.replaceAll(",", "")) * 100 + Number(pence);
}

/** Pence in words of money: "£120,000". */
export function costWords(pence: number): string {
  return (pence / 100).toLocaleString("en-GB", {
    style: "currency",
    currency: "GBP",
    minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
  });
}
