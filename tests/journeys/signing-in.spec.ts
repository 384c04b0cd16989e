import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, followMenu, openMenu, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";
import { askForLink, codeInMail, codeOfApp, linkInMail, signInByMail } from "../support/sign-in";

test("staff sign in by link with a second step, and lock every browser out", async ({
  page,
  another,
  administrator,
}) => {
  const person = await administrator.addColleague("engagement_lead");
  let link = "";

  await when("she types something that is no address", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("Your email address").fill("rosamund");
    await expectRefused(page, await press(page, "Send me a link"), [
      "Enter an email address in the correct format, like name@example.org",
    ]);
  });
  await when("she asks for a link", async () => void (await askForLink(page, person.email)));
  await andThen("she is told to look at her mail, in the same words as a stranger", async () => {
    const stranger = await another();
    await askForLink(stranger, "rosebud@example.org");
    const said = await stranger.getByRole("main").textContent();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your email");
    await expect(page.getByRole("main")).toHaveText(said ?? "");
  });
  await when("a mail program opens the link before her", async () => {
    link = await linkInMail(page, person.name);
    const scanner = await another();
    await scanner.goto(link);
    await scanner.goto("/account");
    await expect(scanner).toHaveURL(/\/sign-in/);
  });
  await when("she opens it and presses the button", async () => {
    await page.goto(link);
    await press(page, "Sign in now");
  });
  await andThen("a mailbox alone is not enough for staff pages", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your second step");
    await page.goto("/manage");
    await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  });
  await when("she mistypes the code of her app", async () => {
    await press(page, "Set it up now");
    await expect(page.getByRole("img", { name: /Picture for the authenticator app/ })).toBeVisible();
    await page.getByLabel("6-digit code").fill("12 34");
    await expectRefused(page, await press(page, "Continue"), ["Enter the 6-digit code that your app shows"]);
  });
  let key = "";
  let proved = "";
  await when("she types it right", async () => {
    key = (await page.locator(".rh-key").textContent()) ?? "";
    proved = codeOfApp(key, -1);
    await page.getByLabel("6-digit code").fill(proved);
    await press(page, "Continue");
  });
  const codes: string[] = [];
  await andThen("she gets ten codes for the day her phone is lost", async () => {
    await press(page, "Show my recovery codes");
    codes.push(...(await page.locator(".rh-codes code").allTextContents()));
    expect(new Set(codes).size).toBe(10);
    await follow(page, "I have kept them");
  });
  await andThen("the staff pages are open to her", async () => {
    await page.goto("/manage");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is waiting for you");
    await expect(page.getByRole("link", { name: person.name })).toBeVisible();
  });
  await andThen("the link that she used opens nothing any more", async () => {
    const late = await another();
    const answer = await late.goto(link);
    expect(answer?.status()).toBe(410);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
    await followInMain(late, "Get a new link");
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });

  const second = await another();
  await when("she signs in on another device, by the code in the mail", async () => {
    await askForLink(second, person.email);
    const code = await codeInMail(page, person.name);
    await second.getByLabel("Code from the email").fill(code.toLowerCase().replace(" ", ""));
    await press(second, "Sign in");
  });
  await andThen("it asks for her second step, and takes no code twice", async () => {
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("Your second step");
    await second.getByLabel("6-digit code").fill(proved);
    await expectRefused(second, await press(second, "Continue"), [
      "That is not the code that the app shows now. Wait for the next one and type that",
    ]);
  });
  await when("she has lost her phone and types one of her recovery codes", async () => {
    await follow(second, "I can’t use my app");
    await second.getByLabel("Recovery code").fill((codes[3] ?? "").toLowerCase());
    await press(second, "Continue");
  });
  await andThen("she is in, and nine are left", async () => {
    await second.goto("/account");
    await expect(second.getByRole("main")).toContainText("9 left");
    await expect(second.getByRole("row", { name: "This one" })).toHaveCount(1);
    await expect(second.getByRole("button", { name: "Sign it out" })).toHaveCount(1);
  });
  await when("she signs out everywhere else", async () => {
    await press(second, "Sign out everywhere else");
  });
  await andThen("the first browser is out at once, and this one is not", async () => {
    await page.goto("/manage");
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(second.getByRole("button", { name: "Sign it out" })).toHaveCount(0);
  });
  await when("she signs out everywhere", async () => void (await press(second, "Sign out everywhere")));
  await andThen("this one is out too", async () => {
    await second.goto("/account");
    await expect(second).toHaveURL(/\/sign-in/);
  });
});

test("a wrong code from the mail says how many tries are left", async ({ page, administrator }) => {
  const person = await administrator.addColleague();
  await given("she has asked for a way in", async () => void (await askForLink(page, person.email)));
  await when("she types another code", async () => {
    await page.getByLabel("Code from the email").fill("ABCD EF");
    await expectRefused(page, await press(page, "Sign in"), [
      "That is not the code we sent. You have 4 more tries",
    ]);
  });
  await andThen("the link in the mail still works", async () => {
    await page.goto(await linkInMail(page, person.name));
    await press(page, "Sign in now");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
    await expect(page.getByRole("main")).toContainText("You have no role");
  });
  await when("she signs out", async () => {
    await followInMain(page, "Sign out");
    await press(page, "Sign out");
  });
  await andThen("she is on the home page, and out", async () => {
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole("link", { name: person.name })).toHaveCount(0);
  });
});

test("in the demonstration everyone can be signed in as, and sees what is theirs", async ({ page }) => {
  await when("a visitor signs in as the engagement lead", async () => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: /^Sign in as / })).toHaveCount(13);
    await press(page, "Sign in as Helen Pike");
  });
  await andThen("the staff pages say what is waiting for her", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is waiting for you");
    await openMenu(page);
    await expect(page.getByRole("banner").getByRole("link", { name: "Events" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
  });
  await when("they become a resident with an account", async () => {
    await page.goto("/sign-out");
    await press(page, "Sign out");
    await signInAs(page, "Priya Nadar");
  });
  await andThen("there is an account and no staff page", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
    await expect(page.getByRole("link", { name: "Staff pages" })).toHaveCount(0);
    expect((await page.goto("/manage"))?.status()).toBe(403);
  });
});

test("an administrator adds someone, gives a role and takes it back", async ({
  page,
  another,
  administrator,
}) => {
  const known = await administrator.addColleague();
  const word = known.email.split(/[.@]/)[1];
  const name = `Ignatius Bloom ${word}`;
  const email = `ignatius.${word}@example.org`;
  const colleague = await another();

  await given("the administrator is on the page of people", async () => {
    await signInAs(page, "Ines Fairweather");
    await followMenu(page, "People and roles");
  });
  await when("she adds someone with an address that is taken", async () => {
    await follow(page, "Add someone");
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Work email address").fill(known.email.toUpperCase());
    const answer = await press(page, "Add them");
    expect(answer.status()).toBe(422);
    await expect(page.getByRole("link", { name: "Go to the account with this address" })).toBeVisible();
  });
  await when("she types the right one", async () => {
    await page.getByLabel("Work email address").fill(email);
    await press(page, "Add them");
  });
  await andThen("he has an account and no role", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("alert")).toContainText("They can sign in now");
    await expect(page.getByRole("main")).toContainText("They can sign in and do nothing more.");
  });
  await when("she gives a role without saying which", async () => {
    await follow(page, "Give a role");
    await expectRefused(page, await press(page, "Give the role"), [
      "Choose a role",
      "Choose where the role holds",
    ]);
  });
  await when("she gives him Mosswell to work in, with an end that is no day", async () => {
    await page.getByLabel("Role").selectOption("team_member");
    await page.getByLabel("Where it holds").selectOption("Mosswell");
    const last = page.getByRole("group", { name: "Last day" });
    await last.getByLabel("Day").fill("31");
    await last.getByLabel("Month").fill("2");
    await last.getByLabel("Year").fill("2031");
    await expectRefused(page, await press(page, "Give the role"), [
      "Enter a real last day, such as 31 3 2028, or leave it empty",
    ]);
    await last.getByLabel("Day").fill("28");
    await press(page, "Give the role");
  });
  await andThen("the role stands there with its place and its end", async () => {
    await expect(page.getByRole("alert")).toContainText("They have the role");
    await expect(page.getByRole("row", { name: /Mosswell/ })).toContainText("28 February 2031");
  });
  await when("he signs in", async () => {
    await signInByMail(colleague, { id: "", name, email });
    await colleague.goto("/manage/events");
  });
  await andThen("he sees Mosswell's events and no others", async () => {
    await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Events");
    const rows = colleague.getByRole("table").getByRole("row");
    await expect(rows.filter({ hasText: "Mosswell" }).first()).toBeVisible();
    await expect(rows.filter({ hasText: /Canalside|Old Market|Highdown|St Brannock/ })).toHaveCount(0);
  });
  await when("the role is taken back", async () => void (await press(page, /^End it now/)));
  await andThen("his next page is closed", async () => {
    expect((await colleague.goto("/manage/events"))?.status()).toBe(403);
  });
  await andThen("the record says who did what", async () => {
    await follow(page, "What was done to this account");
    const lines = page.getByRole("table").getByRole("row").filter({ hasText: "Ines Fairweather" });
    await expect(lines.filter({ hasText: /gave a role/i })).toHaveCount(1);
    await expect(lines.filter({ hasText: /(ended|took) a role/i })).toHaveCount(1);
  });
});

test("someone leaves: access ends that day, and what they held is handed on", async ({
  page,
  another,
  administrator,
}) => {
  const leaver = await administrator.addColleague("engagement_lead");
  const successor = await administrator.addColleague();
  const colleague = await another();
  await given("she is signed in", async () => void (await signInByMail(colleague, leaver)));
  await when("the administrator says that she has left", async () => {
    await signInAs(page, "Ines Fairweather");
    await page.goto(`/manage/people/${leaver.id}`);
    await follow(page, "They have left");
    await expect(page.getByRole("main")).toContainText("1 browser is signed out.");
    await press(page, "Yes, end their access now");
  });
  await andThen("she is out, and what she held is listed", async () => {
    await colleague.goto("/manage");
    await expect(colleague).toHaveURL(/\/sign-in/);
    await expect(page.getByRole("heading", { name: "What they held on the day they left" })).toBeVisible();
    await expect(page.getByRole("row", { name: /Engagement lead/ })).toBeVisible();
  });
  const mails = () => colleague.getByRole("row", { name: leaver.name });
  await colleague.goto("/manage/outbox");
  const before = await mails().count();
  await when("she asks for a new link", async () => void (await askForLink(colleague, leaver.email)));
  await andThen("none is sent", async () => {
    await colleague.goto("/manage/outbox");
    await expect(mails()).toHaveCount(before);
  });
  await when("her role is handed to someone else", async () => {
    await page.getByRole("combobox").selectOption(successor.name);
    await press(page, "Hand over");
  });
  await andThen("he has it", async () => {
    await expect(page.getByRole("alert")).toContainText("The role is handed over");
  });
  await when("it is handed over to nobody", async () => void (await press(page, "Hand over")));
  await andThen("the page asks who", async () => {
    await expect(page.getByRole("alert")).toContainText("Choose who takes the role over");
  });
});
