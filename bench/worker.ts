// A worker of a benchmark in a process of its own: the program as it ships, on the database and folder
// of its environment and in the roles that it is given, with the pretend provider among its kinds. Tells whoever started it, when asked,
// the processor time that it has used.
import { startApplication } from '../src/application.ts';
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { roleNames } from '../src/roles/role-name.ts';
import { benchKinds } from './pretend-provider.ts';

// Whoever started it is gone.
process.on('disconnect', () => process.exit(1));
process.on('message', () => process.send?.(process.cpuUsage()));

const config = readConfig(process.env);
await startApplication(config, {
  clock: systemClock,
  log: createLog(config.logLevel),
  roles: roleNames.filter((role) => process.argv.includes(role)),
  pageFolder: null,
  providerKinds: benchKinds,
});
process.send?.('ready');
