/**
 * More than people do from one connection in so many minutes: a full hall on one network supports ideas one person
 * after the other, a script sends a hundred new "people". Written down in docs/ideas.md.
 */
export const FLOOD = { minutes: 10, supporters: 60, comments: 30 } as const;

/** Where something came from is forgotten after so many days, unless it is in quarantine. */
export const SOURCE_DAYS = 2;
