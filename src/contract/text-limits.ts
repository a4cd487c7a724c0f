/** Characters that a message may have as it is written, fields and markup among them. */
export const textLimits = { sms: 1_600, voice: 5_000, email: 100_000, html: 200_000 } as const;
