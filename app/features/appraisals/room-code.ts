/** A code as somebody types it off the wall: case, spaces and hyphens don't matter. Null for what can be no code. */
export function codeIn(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z0-9]{6}$/.test(code) ? code : null;
}

/** A code as it stands on the wall, in two groups that can be read out. */
export const spaced = (code: string): string => `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
