type FormField = {
  id: string;
  name: string;
  initialValue?: unknown;
  errors?: readonly string[];
};

/** The props of a text field from a conform field: its id, name, kept answer and first message. */
export function fieldProps(field: FormField): {
  id: string;
  name: string;
  defaultValue?: string;
  error?: string;
} {
  const kept = field.initialValue;
  return {
    id: field.id,
    name: field.name,
    defaultValue: typeof kept === "string" || typeof kept === "number" ? String(kept) : undefined,
    error: field.errors?.[0],
  };
}
