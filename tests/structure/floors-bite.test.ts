import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { floors } from "./checks/floors";
import { plant } from "./fixture";
import { rooms } from "./rooms";

const load = createRequire(import.meta.url);
const floorRules: string[] = load("./floors.cjs").forbidden.map(({ name }: { name: string }) => name);

const tsconfig = JSON.stringify({
  compilerOptions: {
    module: "ESNext",
    moduleResolution: "Bundler",
    baseUrl: ".",
    paths: { "~/*": ["./app/*"] },
  },
});

/** For each room that may not use every other: an import and a table that the table of arrows refuses. */
function brokenRooms(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [room, uses] of Object.entries(rooms)) {
    files[`app/features/${room}/rules.ts`] = "export const limit = 1;";
    files[`app/db/tables/${room}.ts`] = "export const rows = 1;";
    const refused = Object.keys(rooms).find((other) => other !== room && !uses.includes(other));
    if (!refused) continue;
    files[`app/features/${room}/change.server.ts`] =
      `import { limit } from "~/features/${refused}/rules";\nimport { rows } from "~/db/tables/${refused}";\nexport const both = [limit, rows];`;
  }
  return files;
}

const brokenFloors: Record<string, string> = {
  "tsconfig.json": tsconfig,
  "app/db/client.server.ts": 'import { audit } from "~/platform/audit.server"; export const db = audit;',
  "app/platform/audit.server.ts":
    'import { limit } from "~/features/events/rules"; export const audit = limit;',
  "app/platform/errors.ts":
    'import pg from "pg"; import { load } from "~/demo/load.server"; export const e = [pg, load];',
  "app/platform/log.server.ts":
    'import { lucia } from "lucia"; import { marked } from "marked"; export const l = [lucia, marked];',
  "app/platform/audit-seal.server.ts":
    'import mail from "nodemailer"; import http from "node:http"; export const s = [mail, http];',
  "app/http/front.server.ts": 'import { limit } from "~/features/events/rules"; export const front = limit;',
  "app/ui/Button.tsx":
    'import { limit } from "~/features/events/rules"; import { z } from "zod"; export const b = [limit, z];',
  "app/features/events/EventCard.tsx": 'import { db } from "~/db/client.server"; export const card = db;',
  "app/features/events/read.server.ts":
    'import { redirect } from "@remix-run/node"; import { b } from "~/ui/Button"; import { front } from "~/http/front.server"; export const r = [redirect, b, front];',
  "app/features/hobbies/rules.ts":
    'import { limit } from "~/features/events/rules"; export const hobby = limit;',
  "app/routes/events/list.tsx":
    'import { db } from "~/db/client.server"; import { eq } from "drizzle-orm"; import show from "./show"; export default [db, eq, show];',
  "app/routes/events/show.tsx": 'import root from "~/root"; export default root;',
  "app/root.tsx": "export default 1;",
  "app/demo/load.server.ts": 'import show from "~/routes/events/show"; export const load = show;',
  "app/features/places/circle-a.ts": 'import { b } from "./circle-b"; export const a = b;',
  "app/features/places/circle-b.ts": 'import { a } from "./circle-a"; export const b = a;',
  "app/jobs.server.ts":
    'import { plant } from "../tests/support/plant"; import { start } from "../scripts/start.mjs"; export const jobs = [plant, start];',
  "scripts/start.mjs": "export const start = 1;",
  "tests/support/plant.ts": "export const plant = 1;",
};

describe("floors and rooms", () => {
  it("refuse a violation of every rule in floors.cjs, with its instruction", async () => {
    const messages = await floors(plant({ ...brokenRooms(), ...brokenFloors }));
    const bitten = new Set(messages.map((message) => /\((\S+)\)$/.exec(message)?.[1]));
    expect(floorRules.filter((name) => !bitten.has(name))).toEqual([]);
    expect(messages).toContainEqual(
      expect.stringContaining(
        "app/routes/events/list.tsx → app/db/client.server.ts A route only guards, asks and shows.",
      ),
    );
  });

  it("let a house pass that keeps them", async () => {
    const root = plant({
      "tsconfig.json": tsconfig,
      "app/db/tables/events.ts": "export const events = 1;",
      "app/features/people/read.server.ts": "export const getPerson = 1;",
      "app/features/events/read.server.ts":
        'import { eq } from "drizzle-orm"; import { events } from "~/db/tables/events"; import { getPerson } from "~/features/people/read.server"; export const getEvent = [events, eq, getPerson]; export type Event = 1;',
      "app/features/events/EventCard.tsx":
        'import type { Event } from "./read.server"; import { Button } from "~/ui/Button"; export const EventCard = (event: Event) => [event, Button];',
      "app/ui/Button.tsx": "export const Button = 1;",
      "app/routes/guards.server.ts":
        'import { getPerson } from "~/features/people/read.server"; export const anyone = getPerson;',
      "app/routes/events/show.tsx":
        'import { redirect } from "@remix-run/node"; import { anyone } from "~/routes/guards.server"; import { EventCard } from "~/features/events/EventCard"; import { getEvent } from "~/features/events/read.server"; export default [redirect, anyone, EventCard, getEvent];',
    });
    expect(await floors(root)).toEqual([]);
  });
});
