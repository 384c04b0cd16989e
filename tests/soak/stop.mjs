// SIGTERM under load: nothing that was accepted is dropped, and the process ends cleanly.
import { setTimeout as wait } from "node:timers/promises";
import { prepare } from "../../scripts/lib/prepare.mjs";
import { openBorough, startSites } from "../support/borough.mjs";
import { newReport } from "../support/report.mjs";
import { newVisitor, personOf } from "../support/visitor.mjs";

const SLUG = "stop";
const AT_ONCE = 32;

await prepare();
const report = newReport("Asked to stop under load");
const borough = await openBorough({ events: [{ slug: SLUG, capacity: 1_000_000 }] });
const { sites, urls } = await startSites(borough.databaseUrl);
const visitor = newVisitor(urls[0], { connections: AT_ONCE });
const counts = { answered: 0, refusedToConnect: 0, dropped: 0 };

async function lane(number) {
  for (let n = 0; ; n += 1) {
    try {
      const answer = await visitor.post(`/events/${SLUG}/register`, personOf(`Lane ${number} ${n}`));
      if (answer.status === 303) counts.answered += 1;
      else if (answer.status !== 503) counts.dropped += 1;
    } catch (error) {
      // A connection that was never made was never accepted.
      if (error.code === "ECONNREFUSED") counts.refusedToConnect += 1;
      else counts.dropped += 1;
      return;
    }
  }
}

const lanes = Promise.all(Array.from({ length: AT_ONCE }, (_, number) => lane(number)));
await wait(2000);
const began = performance.now();
const ended = await sites[0].stop();
const seconds = (performance.now() - began) / 1000;
await lanes;
visitor.close();
await borough.close();
report.figure("answered", counts.answered, `${counts.answered} answered`);
report.figure("dropped", counts.dropped, `${counts.dropped} dropped`);
report.figure("seconds to end", seconds.toFixed(1));
report.check("no accepted request was dropped", counts.answered > 0 && counts.dropped === 0);
report.check("the process ended cleanly", ended.code === 0);
report.end();
