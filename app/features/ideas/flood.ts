/**
 * More than people do from one connection in so many minutes, of comments and of browsers that mark statements: a
 * full hall does it one person after the other, a script sends a hundred new "people". Support has its own limit
 * (`FROM_ONE_PLACE`). Written down in docs/ideas.md.
 */
export const FLOOD = { minutes: 10, markers: 60, comments: 30 } as const;

/** Where something came from is forgotten after so many days, unless it is in quarantine. */
export const SOURCE_DAYS = 2;
