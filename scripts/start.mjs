// npm start: everything that a fresh clone needs, then the site with its demo borough.
import { plainly, Refusal } from "./lib/plainly.mjs";
import { prepare } from "./lib/prepare.mjs";

await plainly(async () => {
  await prepare();
  process.env.DEMO = "1";
  // Whoever tries the demo wants its address on the screen, not a line for each request.
  process.env.LOG_LEVEL ??= "warn";
  process.env.NODE_ENV = "production";
  try {
    await import("../server.mjs");
  } catch (error) {
    if (error?.code !== "EADDRINUSE") throw error;
    const port = process.env.PORT || 3000;
    throw new Refusal(
      `Port ${port} is taken: is the site running already? To use another port: PORT=${Number(port) + 1} npm start`,
    );
  }
});
