/**
 * How long things are kept where a borough has not said otherwise: it sets those of features/places/periods
 * itself. The privacy page prints the numbers in force, and the jobs that delete go by them.
 */
export const retention = {
  /** What someone asked for at one event, in days after it. */
  accessNeedsDays: 14,
  /** How often we ask whether what someone asked us to remember still holds, in months. */
  needsReviewMonths: 12,
  /** How long they have to answer before it is marked as not confirmed, in days. */
  needsAnswerDays: 28,
  /** Who came to an event, in months after it. */
  registrationMonths: 12,
  /** Words of notes and feedback, in months after they were given. What was printed and the counts stay. */
  wordsMonths: 24,
  /** What somebody claimed money for, in months after the event; amounts stay. */
  claimMonths: 72,
  /** That a worry about somebody was passed on, in months: to whom and when, no words. */
  handOverMonths: 12,
  /** How long an e-mailed link and code let someone in. */
  signInLinkMinutes: 10,
  /** How long staff stay signed in at most; they are signed out sooner when they do nothing. */
  sessionDays: 7,
  /** Hours without use after which staff are signed out. */
  sessionIdleHours: 12,
  /** How long someone without a staff role stays signed in. */
  residentSessionDays: 30,
  /** How long a copy kept against broken machines lives. */
  backupDays: 35,
  /** How long a message that we sent is kept. */
  messageDays: 90,
} as const;
