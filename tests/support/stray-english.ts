import type { Page } from "@playwright/test";

/**
 * English text on a page in another language that does not say that it is English, or that runs in the
 * page's direction instead of its own. Names of people are left out where the page isolates them.
 */
export function strayEnglish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const common = /\b(the|and|you|your|with|for|from|this|our|are|come|have)\b/i;
    const latinOnly = /^[^\p{Script=Arabic}]*$/u;
    const isRightToLeft = document.documentElement.dir === "rtl";
    const stray: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (!parent || !/[a-z]{3}/.test(text) || parent.closest("script, style, bdi, [dir=auto]")) continue;
      const isEnglish = common.test(text) || (isRightToLeft && latinOnly.test(text));
      if (!isEnglish) continue;
      const lang = parent.closest("[lang]")?.getAttribute("lang");
      const runs = getComputedStyle(parent).direction;
      if (lang === document.documentElement.lang) stray.push(`not marked as English: ${text}`);
      // Names have no full stop that could jump to the wrong end.
      else if (lang === "en" && runs === "rtl" && /[.,:;!?()\d]/.test(text))
        stray.push(`runs wrong: ${text}`);
    }
    return stray;
  });
}
