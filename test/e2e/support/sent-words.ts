/** What the bar says of some messages that went out, also where all have arrived already; so many more were left out. */
export function sentWords(messages: number, leftOut = 0): RegExp {
  const settled =
    leftOut === 0
      ? `All ${messages} messages were delivered`
      : `${messages} of ${messages + leftOut} messages were delivered, ${leftOut} left out`;
  return new RegExp(`^(Sent\\. ${messages} messages are on their way|${settled})\\.$`);
}
