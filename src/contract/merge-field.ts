/** A field that a text may name, as in `{{ participant.first_name }}`. */
export type MergeField = { name: string; label: string; example: string };

/** All merge fields but the custom ones, in the order of the Insert Field menu. */
export const mergeFields: readonly MergeField[] = [
  { name: 'participant.first_name', label: 'First name', example: 'Ana' },
  { name: 'participant.last_name', label: 'Last name', example: 'Ruiz' },
  { name: 'participant.name', label: 'Full name', example: 'Ana Ruiz' },
  { name: 'participant.title', label: 'Title', example: 'Dr' },
  { name: 'participant.phone', label: 'Phone number', example: '+12125550123' },
  { name: 'participant.email', label: 'Email address', example: 'ana@example.com' },
  { name: 'participant.language', label: 'Language', example: 'en' },
  { name: 'participant.time_zone', label: 'Their time zone', example: 'America/New_York' },
  { name: 'event.title', label: 'Appointment', example: 'Check-up' },
  { name: 'event.location', label: 'Place', example: 'Room 2' },
  { name: 'event.calendar', label: 'Calendar', example: 'Dr Weiss' },
  { name: 'event.date_phrase', label: 'Day', example: 'Monday, March 8' },
  { name: 'event.time_phrase', label: 'Time', example: '9:30 AM' },
  {
    name: 'event.day_and_time_phrase',
    label: 'Day and time',
    example: 'Monday, March 8 at 9:30 AM',
  },
  { name: 'event.end_time_phrase', label: 'Time of its end', example: '10:00 AM' },
  { name: 'event.duration', label: 'How long it takes', example: '30 minutes' },
  { name: 'event.starts_at', label: 'Start in digits', example: '3/8/2027, 9:30 AM' },
  { name: 'event.ends_at', label: 'End in digits', example: '3/8/2027, 10:00 AM' },
  { name: 'event.time_zone', label: 'Time zone', example: 'America/New_York' },
  { name: 'user.name', label: 'Your name', example: 'Sam Keller' },
  { name: 'user.first_name', label: 'Your first name', example: 'Sam' },
  { name: 'user.email', label: 'Your email address', example: 'sam@hillstreet.example' },
  { name: 'account.name', label: 'Your business', example: 'Hill Street Clinic' },
  { name: 'account.phone', label: 'Phone of your business', example: '+12125550100' },
  { name: 'account.email', label: 'Email of your business', example: 'desk@hillstreet.example' },
  { name: 'account.address', label: 'Address of your business', example: '12 Hill Street' },
  { name: 'account.website', label: 'Website of your business', example: 'hillstreet.example' },
];
