/** When an owner is reminded: before the date, on it, and once it is over. */
export const REMINDERS = ["before", "due", "overdue"] as const;
/** One of them. */
export type Reminder = (typeof REMINDERS)[number];

/** So many days before the date the first reminder goes out. */
export const DAYS_AHEAD = 7;

/** Begins the key of every reminder of a commitment in the outbox. */
export const reminderKey = (id: string) => `commitment_reminder:${id}:`;
