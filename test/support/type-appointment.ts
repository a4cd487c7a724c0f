import { type Appointment, appointment } from '../../src/contract/appointment.ts';
import type { Call } from './call.ts';

/** Ana's check-up at nine in New York, as it is typed in. */
export const CHECK_UP = {
  title: 'Check-up',
  location: 'Room 1',
  times: { start: '2027-03-08T09:00', end: '2027-03-08T09:30' },
  people: [{ name: 'Ana Ruiz', phone: '+447400123456' }],
};

/** Types in an appointment under a key of its own: Ana's, but for what is said. */
export async function typeIn(call: Call, more: object = {}): Promise<Appointment> {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const { status, json } = await call('POST', '/api/appointments', { ...CHECK_UP, ...more }, key);
  if (status !== 201) throw new Error(JSON.stringify(json));
  return appointment.parse(json);
}
