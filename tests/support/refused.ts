import { expect, type Page, type Response } from "@playwright/test";

/**
 * What everyone must meet when a form comes back: status 422, a title that starts "Error: ", the summary first in
 * main and holding the keyboard, with links that lead into the fields, in the same words as the fields.
 */
export async function expectRefused(
  page: Page,
  answer: Response,
  said: readonly string[],
  errorWord = "Error",
): Promise<void> {
  expect(answer.status()).toBe(422);
  await expect(page).toHaveTitle(new RegExp(`^${errorWord}: `));
  const summary = page.getByRole("main").locator(".govuk-error-summary");
  await expect(summary).toHaveCount(1);
  await expect(summary).toBeInViewport();
  await expect(summary).toBeFocused();
  expect(await isFirstInMain(page)).toBe(true);
  await expect(summary.getByRole("link")).toHaveText([...said]);
  for (const [at, words] of said.entries()) {
    const link = summary.getByRole("link").nth(at);
    await link.click();
    await expect(page.locator(":focus")).toBeInViewport();
    expect(await describedWith(page), "what is said on coming into the field").toContain(words);
  }
}

/**
 * All that is said of the field that has the keyboard: what belongs to it, and to the groups around it, because the
 * message of a question with several answers belongs to the group of them.
 */
function describedWith(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: string[] = [];
    for (let one = document.activeElement; one; one = one.parentElement) {
      for (const id of one.getAttribute("aria-describedby")?.split(/\s+/) ?? [])
        said.push(document.getElementById(id)?.textContent?.trim() ?? "");
    }
    return said.join(" ");
  });
}

/** True when nothing that can be read or reached stands in main before the summary. */
function isFirstInMain(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const summary = main?.querySelector(".govuk-error-summary");
    if (!main || !summary) return false;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (summary.contains(node)) return true;
      if (node.textContent?.trim()) return false;
    }
    return false;
  });
}
