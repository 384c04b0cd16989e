import type { Page, Response } from "@playwright/test";

/** What somebody answers in the form that saves a place; what is left out stays as the form has it. */
export type Answers = {
  name?: string;
  contact?: "Email" | "Phone call" | "Letter by post" | "Do not tell me, I will check my booking page";
  email?: string;
  phone?: string;
  address?: string;
  party?: number;
  carers?: number;
  needs?: readonly string[];
  language?: string;
  more?: string;
  hereAs?: string;
  organisation?: string;
  neighbourhood?: string;
  postcode?: string;
  ownPlace?: string;
  helperName?: string;
  helperContact?: string;
  promote?: string;
};

const BOXES = {
  name: "What should we call you?",
  email: "Email address",
  phone: "Phone number",
  address: "Name and address, as on an envelope",
  party: "How many people are coming, with you?",
  carers: "How many of them are coming to support someone?",
  language: "Which language? (optional)",
  more: "Anything else we should know? (optional)",
} as const;

const ABOUT = {
  organisation: "Organisation or group",
  postcode: "Or your postcode, and we look it up",
  ownPlace: "What do you call the place you live?",
} as const;

const HELPER = { helperName: "Your name", helperContact: "Your email address or phone number" } as const;

/** Does something that loads a page, and returns the answer that the page came with. */
export async function loading(page: Page, act: () => Promise<unknown>): Promise<Response> {
  const loaded = page.waitForEvent("load");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => {
      const isRedirect = response.status() >= 300 && response.status() < 400;
      return response.request().isNavigationRequest() && response.frame() === page.mainFrame() && !isRedirect;
    }),
    act(),
  ]);
  await loaded;
  return answer;
}

/** Presses a button that sends a form. */
export const press = (page: Page, button: string | RegExp): Promise<Response> =>
  loading(page, () => page.getByRole("button", { name: button }).click());

/** Follows a link of the page. */
export const follow = (page: Page, link: string | RegExp): Promise<Response> =>
  loading(page, () => page.getByRole("link", { name: link }).first().click());

/** Follows a link that stands in the main part of the page. */
export const followInMain = (page: Page, link: string | RegExp): Promise<Response> =>
  loading(page, () => page.getByRole("main").getByRole("link", { name: link }).first().click());

async function fillBoxes(page: Page, boxes: Record<string, string>, answers: Answers): Promise<void> {
  for (const [name, label] of Object.entries(boxes)) {
    const answer = answers[name as keyof Answers];
    if (answer !== undefined) await page.getByLabel(label, { exact: true }).fill(String(answer));
  }
}

const isAsked = (answers: Answers, names: readonly string[]) =>
  names.some((name) => answers[name as keyof Answers] !== undefined);

async function unfold(page: Page, title: string): Promise<void> {
  const box = page.locator("details", { hasText: title });
  if ((await box.getAttribute("open")) === null) await box.locator("summary").click();
}

/** Fills in the form that saves a place, as far as there are answers. */
export async function fillRegistration(page: Page, answers: Answers): Promise<void> {
  if (answers.contact) await page.getByRole("radio", { name: answers.contact, exact: true }).check();
  await fillBoxes(page, BOXES, answers);
  for (const need of answers.needs ?? []) await page.getByRole("checkbox", { name: need }).check();
  if (answers.promote) await page.getByRole("radio", { name: answers.promote }).check();
  if (isAsked(answers, ["hereAs", "neighbourhood", ...Object.keys(ABOUT)])) {
    await unfold(page, "About you (optional)");
    if (answers.hereAs) await page.getByLabel("I am here as").selectOption(answers.hereAs);
    if (answers.neighbourhood) {
      await page.getByLabel("Neighbourhood", { exact: true }).selectOption(answers.neighbourhood);
    }
    await fillBoxes(page, ABOUT, answers);
  }
  if (isAsked(answers, Object.keys(HELPER))) {
    await unfold(page, "I am filling this in for someone else");
    await fillBoxes(page, HELPER, answers);
  }
}

/** Goes to an event's form and sends it with these answers. */
export async function saveAPlace(page: Page, event: { path: string }, answers: Answers): Promise<Response> {
  await page.goto(`${event.path}/register`);
  await fillRegistration(page, answers);
  return press(page, /^(Save my place|Join the waiting list)$/);
}

/** The reference that the page shows. */
export const referenceOn = (page: Page): Promise<string> =>
  page
    .locator(".govuk-panel strong, .rh-reference")
    .first()
    .textContent()
    .then((text) => text?.trim() ?? "");

/** What a summary list says under a heading. */
export const fact = (page: Page, term: string) =>
  page.locator(".govuk-summary-list__row", { hasText: term }).locator("dd").first();

/** A fact in the head of an event's page. */
export const headFact = (page: Page, term: string) =>
  page.locator("main dl > div", { has: page.locator("dt", { hasText: term }) }).locator("dd");

/** Signs somebody of the demonstration in, in the page's own browser. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await press(page, `Sign in as ${name}`);
}

/** Opens the menu of the staff pages, which lies folded on phones. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole("banner").locator("summary");
  if (await menu.isVisible()) await menu.click();
}

/** Goes to a room of the staff pages by their menu. */
export async function followMenu(page: Page, name: string): Promise<Response> {
  await openMenu(page);
  return loading(page, () => page.getByRole("banner").getByRole("link", { name, exact: true }).click());
}
