/** The name of the calendar of what was put into no other; it is made when it is first needed. */
export const ownCalendar = 'Typed in';
