import { defineConfig } from "drizzle-kit";

const postgres = /^postgres/.test(process.env.DATABASE_URL ?? "");

export default defineConfig({
  dialect: postgres ? "postgresql" : "sqlite",
  schema: "./app/db/schema.ts",
  out: process.env.DRIZZLE_OUT ?? (postgres ? "./drizzle/postgres" : "./drizzle/sqlite"),
});
