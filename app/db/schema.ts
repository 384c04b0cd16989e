/** Every table, for the client and for drizzle-kit. */
export * from "./tables/events";
export * from "./tables/events-exports";
export * from "./tables/events-needs";
export * from "./tables/events-retention";
export * from "./tables/people";
export * from "./tables/people-needs";
export * from "./tables/places";
export * from "./tables/platform";
