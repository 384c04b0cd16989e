/** What the set-up of a run tells its test files: which engine, where, and what to copy. */
export type Databases =
  | { engine: "sqlite"; folder: string; template: string }
  | { engine: "postgres"; adminUrl: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    databases: Databases;
  }
}
