/**
 * Programs of others that tests talk to, so that not only our own work says that ours is right.
 * Without one its tests are skipped by name.
 */
export type Peer = {
  name: string;
  /** The program that is looked for. */
  command: string;
  /** The Debian package that has it. */
  debian: string;
  /** Folders of the package with its own libraries, for the loader. */
  libraries: readonly string[];
};

export const peers: readonly Peer[] = [
  {
    name: 'Postfix’s smtp-sink',
    command: 'smtp-sink',
    debian: 'postfix',
    libraries: ['usr/lib/postfix'],
  },
];
