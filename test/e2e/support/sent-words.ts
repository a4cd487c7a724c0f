/** What the bar says of some messages that went out, also where all have arrived already. */
export function sentWords(messages: number): RegExp {
  return new RegExp(
    `^(Sent\\. ${messages} messages are on their way|All ${messages} messages were delivered|${messages} of \\d+ messages were delivered, \\d+ left out)\\.$`,
  );
}
