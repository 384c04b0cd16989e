import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { openClient, postForm, wallIn } from "../support/desk";
import { expect, test } from "../support/journey";

const PAGES = [
  "door",
  "check-in",
  "check-in/list",
  "check-in/app.webmanifest",
  "close-list",
  "sheets",
  "sheets/badges",
];

async function signedInAs(person: string): Promise<APIRequestContext> {
  const client = await openClient();
  await postForm(client, "/sign-in/demo", { person });
  return client;
}

test("the door of an event is its team's alone, and takes nothing that another site sends", async ({
  desk,
}, info) => {
  test.skip(info.project.name !== "scripts-off-375", "No page is opened: once is enough.");
  const event = await desk.makeEvent({
    neighbourhood: "mosswell",
    startsLocal: wallIn(1),
    endsLocal: wallIn(3),
  });
  const at = (page: string) => `/manage${event.path}/${page}`;
  await desk.book(event, { name: "Somebody Here", needs: "quiet_space" });

  const nobody = await openClient();
  const elsewhere = await signedInAs("tomasz-wren");
  const analyst = await signedInAs("yusuf-karim");
  const helen = await signedInAs("helen-pike");
  const item = { kind: "walk_in", id: randomUUID(), people: 1, at: Date.now() };
  const batch = { items: JSON.stringify([item]), sentAt: String(Date.now()), device: "Phone K7PM" };

  for (const page of PAGES) {
    expect((await nobody.get(at(page), { maxRedirects: 0 })).status(), page).toBe(302);
    expect((await elsewhere.get(at(page))).status(), page).toBe(404);
    expect((await analyst.get(at(page))).status(), page).toBe(404);
    expect((await helen.get(at(page))).status(), page).toBe(200);
  }
  expect((await postForm(nobody, at("check-in/list"), batch)).status()).toBe(302);
  expect((await postForm(elsewhere, at("check-in/list"), batch)).status()).toBe(404);
  expect((await postForm(analyst, at("check-in/list"), batch)).status()).toBe(404);

  const cookies = (await helen.storageState()).cookies;
  const forged = await request.newContext({
    baseURL: process.env.SITE_URL,
    extraHTTPHeaders: { origin: "https://elsewhere.example.org" },
    storageState: { cookies, origins: [] },
  });
  expect((await postForm(forged, at("check-in/list"), batch)).status()).toBe(403);

  for (const items of ["", "{", '"text"', '{"items":[]}']) {
    expect((await postForm(helen, at("check-in/list"), { ...batch, items })).status(), items).toBe(422);
  }
  const sent = [
    await postForm(helen, at("check-in/list"), batch),
    await postForm(helen, at("check-in/list"), batch),
  ];
  const answers = await Promise.all(sent.map(async (one) => (await one.json()).answers[0].result));
  expect(answers).toEqual(["recorded", "again"]);

  const list = await (await helen.get(at("check-in/list"))).text();
  expect(list).toContain("Somebody Here");
  expect(list).not.toContain("quiet");
  const page = await helen.get(at("check-in"));
  expect(page.headers()["permissions-policy"]).toContain("camera=(self)");
  expect((await helen.get(at("door"))).headers()["permissions-policy"]).toContain("camera=()");
  for (const client of [nobody, elsewhere, analyst, helen, forged]) await client.dispose();
});
