import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { z } from "zod";

const FOLDER = "content/demo";

/**
 * One file of the demonstration, checked. Throws a sentence that names the file, the place in it and what
 * is wrong there.
 */
export function readDemo<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  const text = readFileSync(`${FOLDER}/${file}`, "utf8");
  const checked = schema.safeParse(file.endsWith(".yaml") ? parse(text) : JSON.parse(text));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Error(`${FOLDER}/${file}, at ${issue?.path.join(".") || "the top"}: ${issue?.message}`);
}
