// A worker of a run, in a process of its own to be killed: the program as it ships, on the database and
// folder of its environment, that takes recipients and delivers; with the run's carrier among its kinds
// of provider.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/headsup', import.meta.url)));

// Whoever started it is gone: nobody would kill it any more.
process.stdin.resume().on('end', () => process.exit(1));

// Loaded only now, so that their compiled code is kept between the many starts.
const [{ startApplication }, { readConfig }, { systemClock }, { createLog }, { kindsOfRun }] =
  await Promise.all([
    import('../../src/application.ts'),
    import('../../src/config.ts'),
    import('../../src/platform/clock.ts'),
    import('../../src/platform/log.ts'),
    import('./kinds.ts'),
  ]);

const config = readConfig(process.env);
await startApplication(config, {
  clock: systemClock,
  log: createLog(config.logLevel),
  roles: ['worker', 'scheduler'],
  pageFolder: null,
  providerKinds: kindsOfRun(process.argv[2] === 'retry-on-timeout' ? 'retry-on-timeout' : null),
});
process.stdout.write('ready\n');
