/** Every table, for the client and for drizzle-kit. */
export * from "./tables/events";
export * from "./tables/events-claims";
export * from "./tables/events-feedback";
export * from "./tables/events-heard";
export * from "./tables/events-notes";
export * from "./tables/people";
export * from "./tables/places";
export * from "./tables/places-themes";
export * from "./tables/platform";
