// kill -9 in the middle of registrations: whatever was acknowledged must be there afterwards.
//   node tests/soak/kill.mjs [--times 20]
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough, startSites } from "../support/borough.mjs";
import { openPeek } from "../support/peek.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf, severalAtOnce } from "../support/visitor.mjs";

const { values: asked } = parseArgs({ options: { times: { type: "string", default: "20" } } });
const times = Number(asked.times);
const SLUG = "kill";
const AT_ONCE = 16;

/** Posts until the server dies; `kept` fills with the addresses that it acknowledged. */
function postUntilDead(url, life) {
  const visitor = newVisitor(url, { connections: AT_ONCE });
  const kept = [];
  let alive = true;
  const one = async (lane) => {
    for (let n = 0; alive; n += 1) {
      try {
        const answer = await visitor.post(`/events/${SLUG}/register`, personOf(`Life ${life} ${lane} ${n}`));
        if (answer.status === 303) kept.push(answer.location);
      } catch {
        alive = false;
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => one(lane)));
  return { kept, lanes, close: () => visitor.close() };
}

await prepare();
const report = newReport("Killed in the middle of registrations");
const borough = await openBorough({ events: [{ slug: SLUG, capacity: 1_000_000 }] });
const acknowledged = [];
for (let life = 1; life <= times; life += 1) {
  const { sites, urls } = await startSites(borough.databaseUrl);
  const posting = postUntilDead(urls[0], life);
  await wait(150 + Math.random() * 600);
  await sites[0].kill();
  await posting.lanes;
  posting.close();
  acknowledged.push(...posting.kept);
}
const { urls, stop } = await startSites(borough.databaseUrl);
const visitor = newVisitor(urls[0], { connections: AT_ONCE });
const pages = await severalAtOnce(acknowledged, AT_ONCE, (page) => visitor.get(page));
visitor.close();
await stop();
const peek = await openPeek(borough.databaseUrl);
const [integrity] = await peek.all("pragma integrity_check");
await peek.close();
await borough.close();
const missing = pages.filter((page) => !page.body.includes('data-registration-state="confirmed"')).length;
report.figure("kills", times);
report.figure("acknowledged registrations", acknowledged.length, `${acknowledged.length} acknowledged`);
report.figure("missing afterwards", missing, `${missing} missing`);
report.check("every acknowledged registration is there", acknowledged.length > 0 && missing === 0);
report.check("the database is whole", Object.values(integrity)[0] === "ok");
report.end();
