/** A room of the house: the files under a path, and which rooms they may import besides their own. */
export type Room = { path: string; may: readonly string[] };

/** What everything may stand on. */
const GROUND = ['src/contract/', 'src/platform/'];

/** What a stage may import besides the stages before it. */
const STAGE_GROUND = [...GROUND, 'src/account/', 'src/providers/provider.ts'];

/** The order in which data takes its road; each may import those before it. */
const STAGES = [
  'src/calendars/',
  'src/audience/',
  'src/message/',
  'src/schedule/',
  'src/delivery/',
  'src/status/',
  'src/inbox/',
  'src/notify/',
];

/** What stands outside the stages and may look into all of them. */
const OUTSIDE = [...STAGE_GROUND, ...STAGES];

/** Of the way out: one vendor never knows another, and only the registry knows them all. */
const VENDORS = ['src/providers/sandbox/', 'src/providers/smtp/'];
const VENDOR_GROUND = [...GROUND, 'src/providers/provider.ts'];

/**
 * All rooms. A file belongs to the room with the longest path that it begins with; one that belongs to
 * none is refused, so that a new room must be given its place here.
 */
export const rooms: readonly Room[] = [
  { path: 'src/contract/', may: [] },
  { path: 'src/platform/', may: ['src/contract/said.ts'] },
  { path: 'src/account/', may: GROUND },
  { path: 'src/providers/provider.ts', may: GROUND },
  { path: 'src/providers/registry.ts', may: [...VENDOR_GROUND, ...VENDORS] },
  {
    path: 'src/providers/provider-store.ts',
    may: [...VENDOR_GROUND, 'src/providers/registry.ts'],
  },
  ...VENDORS.map((path) => ({ path, may: VENDOR_GROUND })),
  { path: 'src/providers/sandbox/devices.ts', may: [...VENDOR_GROUND, 'src/providers/sandbox/'] },
  { path: 'src/providers/sandbox/press-key.ts', may: VENDOR_GROUND },
  { path: 'src/providers/sandbox/read-html.ts', may: VENDOR_GROUND },
  ...STAGES.map((path, place) => ({ path, may: [...STAGE_GROUND, ...STAGES.slice(0, place)] })),
  { path: 'src/calendars/calendar.ts', may: GROUND },
  { path: 'src/calendars/ics/', may: [...GROUND, 'src/calendars/calendar.ts'] },
  { path: 'src/config.ts', may: ['src/platform/'] },
  {
    path: 'src/http/',
    may: [
      ...OUTSIDE,
      'src/providers/registry.ts',
      'src/providers/provider-store.ts',
      'src/providers/sandbox/devices.ts',
      'src/providers/sandbox/press-key.ts',
      'src/providers/sandbox/read-html.ts',
    ],
  },
  { path: 'src/roles/', may: [...OUTSIDE, 'src/http/', 'src/config.ts'] },
  { path: 'src/cli/', may: [...OUTSIDE, 'src/config.ts', 'src/application.ts'] },
  // The composition root: main.ts reads the command line, application.ts holds folder and database,
  // wiring.ts puts the parts together.
  {
    path: 'src/application.ts',
    may: [
      'src/platform/',
      'src/config.ts',
      'src/roles/role-name.ts',
      'src/wiring.ts',
      'src/providers/registry.ts',
    ],
  },
  {
    path: 'src/wiring.ts',
    may: [
      'src/application.ts',
      ...OUTSIDE,
      ...VENDORS,
      'src/providers/registry.ts',
      'src/config.ts',
      'src/http/',
      'src/roles/',
    ],
  },
  {
    path: 'src/main.ts',
    may: ['src/platform/', 'src/config.ts', 'src/application.ts', 'src/cli/', 'src/roles/'],
  },
  { path: 'web/src/', may: ['src/contract/'] },
];

/** Between these rooms only types may pass; at run time nothing is loaded. */
export const typesOnly: readonly { from: string; to: string }[] = [
  { from: 'src/cli/', to: 'src/application.ts' },
  { from: 'src/roles/', to: 'src/http/' },
  { from: 'src/wiring.ts', to: 'src/application.ts' },
  { from: 'src/application.ts', to: 'src/providers/registry.ts' },
];

/** The room that a path of the repository belongs to; null where it has none. */
export function roomOf(path: string): Room | null {
  const fitting = rooms.filter((room) => path === room.path || isInside(path, room.path));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Whether a room is the named one or a part of it. */
export function isInside(path: string, room: string): boolean {
  return room.endsWith('/') && path.startsWith(room);
}
