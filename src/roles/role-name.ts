/** What a process can do: serve page and API, deliver, go on with what was cut off. */
export const roleNames = ['api', 'worker', 'scheduler'] as const;

export type RoleName = (typeof roleNames)[number];

/** Reads a list as in `api,worker`, each once; null where it is empty or names something else. */
export function readRoles(text: string): RoleName[] | null {
  const wanted = text.split(',').map((name) => name.trim());
  const roles = roleNames.filter((name) => wanted.includes(name));
  return new Set(wanted).size === roles.length ? roles : null;
}
