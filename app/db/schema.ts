/** Every table, for the client and for drizzle-kit. */
export * from "./tables/engagement";
export * from "./tables/events";
export * from "./tables/events-attendance";
export * from "./tables/people";
export * from "./tables/places";
export * from "./tables/platform";
