/** What was looked at, and what is wrong with it in a sentence that says what to do; null: nothing. */
export type Finding = { what: string; problem: string | null };

/** Looks at something; what is thrown is the problem. */
export async function tried(what: string, work: () => Promise<unknown>): Promise<Finding> {
  return work().then(
    () => ({ what, problem: null }),
    (error: unknown) => ({ what, problem: error instanceof Error ? error.message : String(error) }),
  );
}
