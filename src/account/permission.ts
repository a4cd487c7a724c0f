import type { Role } from '../contract/session.ts';

/** What a call may need the right to do. */
export type Permission = 'read' | 'send' | 'import' | 'configure';

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ['read', 'send', 'import', 'configure'],
  member: ['read', 'send', 'import'],
  viewer: ['read'],
};

/** Whether a role has a right. */
export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}
