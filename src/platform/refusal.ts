/**
 * A reason not to go on that a person can act upon: its message is one sentence that says what to do.
 * The command line prints it without a stack and exits with 1.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
