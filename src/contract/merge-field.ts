/** A field that a text may name, as in `{{ participant.first_name }}`. */
export type MergeField = { name: string; label: string; example: string };

/** All merge fields, in the order of the Insert Field menu. */
export const mergeFields: readonly MergeField[] = [
  { name: 'participant.first_name', label: 'First name', example: 'Ana' },
  { name: 'participant.last_name', label: 'Last name', example: 'Ruiz' },
  { name: 'participant.name', label: 'Full name', example: 'Ana Ruiz' },
  { name: 'participant.phone', label: 'Phone number', example: '+12125550123' },
  { name: 'participant.email', label: 'Email address', example: 'ana@example.com' },
  { name: 'event.title', label: 'Appointment', example: 'Check-up' },
  { name: 'event.location', label: 'Place', example: 'Room 2' },
  { name: 'event.date_phrase', label: 'Day', example: 'Monday, March 8' },
  { name: 'event.time_phrase', label: 'Time', example: '9:30 AM' },
  {
    name: 'event.day_and_time_phrase',
    label: 'Day and time',
    example: 'Monday, March 8 at 9:30 AM',
  },
  { name: 'event.time_zone', label: 'Time zone', example: 'America/New_York' },
  { name: 'user.name', label: 'Your name', example: 'Sam Keller' },
  { name: 'account.name', label: 'Your business', example: 'Hill Street Clinic' },
];
