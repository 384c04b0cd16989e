const REMIND_EVERY_MS = 30_000;

/**
 * Says what is going on and shows that it still is: a running count on a terminal, a line now and then elsewhere.
 * @param {string} sentence
 * @returns {(word: string) => void} what to call when it is over, with the word that says how it ended
 */
export function progress(sentence) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const { stdout } = process;
  console.log(sentence);
  const show = () => stdout.write(stdout.isTTY ? `\r  ${seconds()} s` : `  … ${seconds()} s\n`);
  const timer = setInterval(show, stdout.isTTY ? 1000 : REMIND_EVERY_MS);
  return (word) => {
    clearInterval(timer);
    console.log(`${stdout.isTTY ? "\r" : ""}  ${word} (${seconds()} s)`);
  };
}
