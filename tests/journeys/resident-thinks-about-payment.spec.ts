import { andThen, expect, given, test, when } from "../support/journey";
import { fact, followInMain, press, saveAPlace } from "../support/pages";

test("somebody who did not ask for payment takes it later, after the advice, and turns it down again", async ({
  page,
  desk,
}) => {
  const event = await desk.makeEvent({ provided: ["payment_for_time"] });
  const payment = () => fact(page, "Payment for your time");

  await given("somebody saved a place and said nothing about payment", async () => {
    await saveAPlace(page, event, { name: "Perpetua Lock", contact: "Phone call", phone: "07700 900 466" });
    await expect(payment()).toContainText("You have not asked for it");
  });
  await when("they would like it, and have not ticked that they read what it means", async () => {
    await followInMain(page, "Read what it can mean, and say yes or no");
    await expect(page.getByText("can change your benefits")).toBeVisible();
    await page.getByRole("radio", { name: "Yes, I would like it" }).check();
    await press(page, "Save changes");
  });
  await andThen("they are asked to read it first", async () => {
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Yes, I would like it" })).toBeChecked();
  });
  await when("they have read it", async () => {
    await page.getByRole("checkbox", { name: "I have read what payment can mean" }).check();
    await press(page, "Save changes");
  });
  await andThen("their booking says that they would like it", async () => {
    await expect(payment()).toContainText("You would like it");
  });
  await when("they change their mind", async () => {
    await followInMain(page, "Read what it can mean, and say yes or no");
    await page.getByRole("radio", { name: "No, or not yet" }).check();
    await press(page, "Save changes");
  });
  await andThen("their booking says so", async () => {
    await expect(payment()).toContainText("You have not asked for it");
  });
});
