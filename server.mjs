// Serves what was built. `npm start` comes here too, in demo mode.
process.env.NODE_ENV ??= "production";
// The database holds people's names: its files are for the site's own user alone.
process.umask(0o077);

/** Ends with one plain sentence; 78 is "something in the configuration is wrong" (sysexits). */
function giveUp(error) {
  console.error(`\n${error?.message ?? error}\n`);
  process.exit(78);
}

const build = await import("./build/server/index.js").catch(giveUp);
const site = await build.entry.module.start(build).catch((error) => {
  if (error?.code !== "EADDRINUSE") giveUp(error);
  if (process.env.DEMO === "1") throw error;
  giveUp(`Port ${error.port} is taken: is the site running already? To use another one, set PORT.`);
});

console.log(`Round Here is open at ${site.address}`);
if (process.env.DEMO === "1") {
  console.log("This is the demo borough, Larkmere. Nothing is sent to anyone.");
  console.log(`To see the staff side, sign in at ${site.address}/sign-in as helen-pike (no password).`);
}

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    site.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
