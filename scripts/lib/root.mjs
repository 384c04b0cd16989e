import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the product; every script works from there. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
