/** Something that a person can act on: its message is the one sentence they are shown, without a stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/** Errors of the server that speak to whoever runs a command, too. */
const PLAIN = ["Refusal", "BackupTrouble", "SettingsError", "Unavailable"];

/**
 * Runs a command's work. A Refusal is printed as its sentence, anything else with its stack; both end with code 1.
 * @param {() => Promise<void>} work
 */
export async function plainly(work) {
  try {
    await work();
  } catch (error) {
    console.error(PLAIN.includes(error?.name) ? error.message : error);
    process.exit(1);
  }
}
