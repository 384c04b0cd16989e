/**
 * A queue before a door: those who name the same thing go in one at a time, in the order they came, and no
 * more than `most` are inside at once. Waiting here costs nothing but memory.
 */
export function turnstile(most: number) {
  const lastInLine = new Map<string, Promise<void>>();
  const atTheDoor: (() => void)[] = [];
  let inside = 0;

  async function goIn(): Promise<void> {
    if (inside === most) return new Promise((resolve) => atTheDoor.push(resolve));
    inside += 1;
  }

  function goOut(): void {
    const next = atTheDoor.shift();
    if (next) next();
    else inside -= 1;
  }

  return {
    /** Runs `work` when its turn has come for every name; several names are never waited for in a circle. */
    async pass<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
      const before = names.map((name) => lastInLine.get(name));
      let finish = () => {};
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      for (const name of names) lastInLine.set(name, finished);
      await Promise.all(before);
      await goIn();
      try {
        return await work();
      } finally {
        goOut();
        finish();
        for (const name of names) if (lastInLine.get(name) === finished) lastInLine.delete(name);
      }
    },
  };
}
