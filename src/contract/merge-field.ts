/** A field that a text may name, as in `{{ participant.first_name }}`. */
export type MergeField = { name: string; label: string; example: string };

/** All merge fields but the custom ones, in the order of the Insert Field menu. */
export const mergeFields: readonly MergeField[] = [
  { name: 'participant.first_name', label: /*i18n*/ 'First name', example: 'Ana' },
  { name: 'participant.last_name', label: /*i18n*/ 'Last name', example: 'Ruiz' },
  { name: 'participant.name', label: /*i18n*/ 'Full name', example: 'Ana Ruiz' },
  { name: 'participant.title', label: /*i18n*/ 'Title', example: 'Dr' },
  { name: 'participant.phone', label: /*i18n*/ 'Phone number', example: '+12125550123' },
  { name: 'participant.email', label: /*i18n*/ 'Email address', example: 'ana@example.com' },
  { name: 'participant.language', label: /*i18n*/ 'Language', example: 'en' },
  { name: 'participant.time_zone', label: /*i18n*/ 'Their time zone', example: 'America/New_York' },
  { name: 'event.title', label: /*i18n*/ 'Appointment', example: 'Check-up' },
  { name: 'event.location', label: /*i18n*/ 'Place', example: 'Room 2' },
  { name: 'event.calendar', label: /*i18n*/ 'Calendar', example: 'Dr Weiss' },
  { name: 'event.date_phrase', label: /*i18n*/ 'Day', example: 'Monday, March 8' },
  { name: 'event.time_phrase', label: /*i18n*/ 'Time', example: '9:30 AM' },
  {
    name: 'event.day_and_time_phrase',
    label: /*i18n*/ 'Day and time',
    example: 'Monday, March 8 at 9:30 AM',
  },
  { name: 'event.end_time_phrase', label: /*i18n*/ 'Time of its end', example: '10:00 AM' },
  { name: 'event.duration', label: /*i18n*/ 'How long it takes', example: '30 minutes' },
  { name: 'event.starts_at', label: /*i18n*/ 'Start in digits', example: '3/8/2027, 9:30 AM' },
  { name: 'event.ends_at', label: /*i18n*/ 'End in digits', example: '3/8/2027, 10:00 AM' },
  { name: 'event.time_zone', label: /*i18n*/ 'Time zone', example: 'America/New_York' },
  { name: 'user.name', label: /*i18n*/ 'Your name', example: 'Sam Keller' },
  { name: 'user.first_name', label: /*i18n*/ 'Your first name', example: 'Sam' },
  { name: 'user.email', label: /*i18n*/ 'Your email address', example: 'sam@hillstreet.example' },
  { name: 'account.name', label: /*i18n*/ 'Your business', example: 'Hill Street Clinic' },
  { name: 'account.phone', label: /*i18n*/ 'Phone of your business', example: '+12125550100' },
  {
    name: 'account.email',
    label: /*i18n*/ 'Email of your business',
    example: 'desk@hillstreet.example',
  },
  {
    name: 'account.address',
    label: /*i18n*/ 'Address of your business',
    example: '12 Hill Street',
  },
  {
    name: 'account.website',
    label: /*i18n*/ 'Website of your business',
    example: 'hillstreet.example',
  },
];
