import { z } from 'zod';

/** What somebody can answer about their appointment. */
const answer = z.enum(['confirmed', 'cancelled', 'reschedule']).meta({
  description: 'confirmed: they come. cancelled: they do not. reschedule: they want another time',
});
export type Answer = z.infer<typeof answer>;

/** What somebody answered, where from, and when. */
export const participantAnswer = z.object({
  said: answer,
  source: z.enum(['calendar', 'key', 'desk']).meta({
    description:
      'calendar: accepted or declined there. key: pressed in a call. desk: a person here said it',
  }),
  at: z.iso.datetime(),
  by: z.string().nullable().meta({ description: 'Of the desk: who said it' }),
});
export type ParticipantAnswer = z.infer<typeof participantAnswer>;

/** What a person here says that somebody answered. */
export const answerSaid = z.strictObject({ said: answer });

/** What holds of a participant now. */
export const answerHeld = z.object({ answer: participantAnswer.nullable() });
export type AnswerHeld = z.infer<typeof answerHeld>;
