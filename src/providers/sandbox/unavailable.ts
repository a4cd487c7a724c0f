/** SQLSTATE classes of a server or connection that is not there: connection, resources, shutdown, system. */
const classes = ['08', '53', '57', '58'];

/**
 * What to say where the sandbox's database could not be reached. An error that is not of that kind is
 * a bug of ours and is thrown on.
 */
export function unavailable(error: unknown): string {
  if (!(error instanceof Error) || !isOfConnection(error)) throw error;
  return `The sandbox's database did not answer: ${error.message}`;
}

function isOfConnection(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code)) return classes.includes(code.slice(0, 2));
  // Errors of the socket have a code of the system; pg's own say so in words only.
  return /^E[A-Z]+/.test(code) || /connection|timeout/i.test(error.message);
}
