/** Every table, for the client and for drizzle-kit. */
export * from "./tables/engagement";
export * from "./tables/events";
export * from "./tables/events-attendance";
export * from "./tables/events-claims";
export * from "./tables/events-exports";
export * from "./tables/events-feedback";
export * from "./tables/events-heard";
export * from "./tables/events-invitations";
export * from "./tables/events-needs";
export * from "./tables/events-notes";
export * from "./tables/events-retention";
export * from "./tables/events-series";
export * from "./tables/events-sessions";
export * from "./tables/people";
export * from "./tables/people-needs";
export * from "./tables/places";
export * from "./tables/platform";
