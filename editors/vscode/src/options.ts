/** The settings that go to the server: those that are set, under the names that `skplint.toml` has for them. */

export const KEYS = ["lang", "profile", "regime", "select", "ignore"] as const;

/** Gives the value of a setting under "skplint". */
export type Get = (key: string) => unknown;

/** Return the options that the server starts with. */
export function options(get: Get): Record<string, unknown> {
  const told = KEYS.map((key) => [key, get(key)] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined && value !== "" && !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
