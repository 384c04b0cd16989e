/** Something that a person can act on: its message is the one sentence they are shown, without a stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/** Errors whose message is one; the server's speak to whoever runs a command, too. */
const PLAIN = ["Refusal", "BackupTrouble", "SettingsError", "Unavailable"];

/**
 * Runs a command's work. A Refusal or the like is printed as its sentence, anything else with its stack; both end with
 * code 1.
 * @param {() => Promise<void>} work
 */
export async function plainly(work) {
  try {
    await work();
  } catch (error) {
    const isPlain = PLAIN.includes(error?.name) || String(error?.code).startsWith("ERR_PARSE_ARGS");
    console.error(isPlain ? error.message : error);
    process.exit(1);
  }
}
