import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import {
  countOption,
  fallbackOption,
  mapOption,
  minutesOption,
  redialOption,
} from './cli/typed-options.ts';
import { readConfig } from './config.ts';
import { Refusal } from './platform/refusal.ts';
import { type RoleName, readRoles, roleNames } from './roles/role-name.ts';

// Compiled code is kept between starts: loading takes 290 ms instead of 480 (measured). Where the folder
// cannot be written nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/headsup', import.meta.url)));

/** Prints a line for people. */
const say = (line: string) => process.stdout.write(`${line}\n`);

type ServeOptions = { roles: RoleName[]; page: boolean; newKey?: boolean; withParent?: boolean };

type Overrides = {
  port?: number;
  host?: string;
  roles?: readonly RoleName[];
  isNewKey?: boolean;
  say?: (line: string) => void;
  withPage: boolean;
};

/** Starts with the configuration of the environment; `overrides` as a command needs. */
async function start({ port, host, withPage, ...options }: Overrides) {
  const config = readConfig(process.env);
  const [{ startApplication }, { createLog }, { systemClock }] = await Promise.all([
    import('./application.ts'),
    import('./platform/log.ts'),
    import('./platform/clock.ts'),
  ]);
  const pageFolder = withPage ? await (await import('./roles/build-page.ts')).builtPage(say) : null;
  const address = { host: host ?? config.host, port: port ?? config.port };
  return startApplication(
    { ...config, ...address },
    {
      ...options,
      clock: systemClock,
      log: createLog(config.logLevel),
      pageFolder,
    },
  );
}

/** A server of this process alone, for a command that found none running. */
const startOwn = () => start({ host: '127.0.0.1', port: 0, withPage: false });

const program = new Command('headsup')
  .description('Tell everyone on your calendar something, once.')
  .exitOverride()
  .showHelpAfterError('(headsup --help lists everything)');

function parseRoles(text: string): RoleName[] {
  const roles = readRoles(text);
  if (roles) return roles;
  throw new InvalidArgumentError(`Write one or more of ${roleNames.join(', ')}, with commas.`);
}

/** Runs until it is asked to stop. */
async function serveUntilStopped(overrides: Overrides, withParent: boolean): Promise<void> {
  const { serve } = await import('./cli/serve.ts');
  process.exitCode = await serve({
    start: () => start({ ...overrides, say }),
    say,
    withParent,
  });
}

const withParentOption = [
  '--with-parent',
  'stop too when the process that started this one is gone, as npm may be',
] as const;

program
  .command('serve')
  .description('serve page and API; HOST, PORT, HEADSUP_DATA and DATABASE_URL say where')
  .addOption(
    new Option('--roles <list>', 'what this process does, of those that share DATABASE_URL')
      .default([...roleNames], roleNames.join(','))
      .argParser(parseRoles),
  )
  .option('--no-page', 'the API alone: builds and serves no page')
  .option('--new-key', 'the secret.key of the data folder replaces a lost one')
  .option(...withParentOption)
  .action(({ roles, page, newKey = false, withParent = false }: ServeOptions) =>
    serveUntilStopped(
      { roles, isNewKey: newKey, withPage: page && roles.includes('api') },
      withParent,
    ),
  );

program
  .command('worker')
  .description('deliver beside others that share DATABASE_URL: serve --roles worker')
  .option(...withParentOption)
  .action(({ withParent = false }: { withParent?: boolean }) =>
    serveUntilStopped({ roles: ['worker'], withPage: false }, withParent),
  );

program
  .command('send')
  .description('send one message to the people of a calendar file, and wait until it has arrived')
  .option('--calendar <file>', 'an .ics file')
  .option('--from <date>', 'first day, as in 2026-03-08')
  .option('--to <date>', 'last day')
  .option('--unreached-of <id>', 'instead of a calendar: whom that message did not reach')
  .option('--reached-by <id>', 'instead of a calendar: who got that message, or may have')
  .option('--group <name...>', 'instead of a calendar: everybody in saved groups, by name')
  .option('--filter <text>', 'only appointments with this in title, place, names or numbers')
  .option(
    '--sms <text>',
    'the text message; {{ participant.first_name }} and the like are filled in',
  )
  .option('--email-subject <text>', 'the subject of the email')
  .option('--email <text>', 'the text of the email')
  .option('--from-name <name>', 'whom the email is from (default: as the account says)')
  .option('--reply-to <address>', 'where answers to it go (default: as the account says)')
  .option('--call <text>', 'what a call says')
  .option(
    '--fallback <from:to:minutes>',
    'as in sms:call, for whom a text does not reach; sms:call:30, also if there is no word of it for 30 minutes; twice for a chain',
    fallbackOption,
  )
  .option(
    '--redial <times>',
    'call again where it was busy or nobody answered, as in 3x10',
    redialOption,
  )
  .option('--call-only-without-sms', 'with --sms and --call: call only whose number takes no texts')
  .option('--at <time>', 'send later: a wall clock as in "2026-03-08 09:00"')
  .option(
    '--zone <name>',
    'the time zone of --at, as in America/New_York (default: the account’s), or recipient: each recipient’s own',
  )
  .option('--valid-for <minutes>', 'so long after its time it still goes out', minutesOption)
  .option('--ignore-quiet-hours', 'let it go out in quiet hours')
  .option('--country <code>', 'of a new practice account, as in US: how numbers are read')
  .option('--confirm <count>', 'the number of people, which a large send wants', countOption)
  .option('--dry-run', 'show who would get what; send nothing')
  .option('--json', 'one JSON object a line, as when the output is no terminal')
  .action(async (options) => {
    const [{ send }, { withServer }, { jsonReport, terminalReport }] = await Promise.all([
      import('./cli/send.ts'),
      import('./cli/reach-server.ts'),
      import('./cli/send-report.ts'),
    ]);
    const isJson = options.json === true || !process.stdout.isTTY;
    const report = (isJson ? jsonReport : terminalReport)((text) => process.stdout.write(text));
    const { dataFolder } = readConfig(process.env);
    process.exitCode = await withServer(dataFolder, startOwn, (reached) =>
      send(reached, options, report),
    );
  });

program
  .command('init')
  .description(
    'make the owner and the account without a browser; the password is read from HEADSUP_PASSWORD',
  )
  .requiredOption('--name <name>', 'of the owner')
  .requiredOption('--email <address>', 'with which the owner signs in')
  .requiredOption('--account <name>', 'of the business')
  .requiredOption('--country <code>', 'as in US')
  .requiredOption('--time-zone <name>', 'as in America/New_York')
  .action(async ({ name, email, account, country, timeZone }) => {
    const [{ init }, { withServer }] = await Promise.all([
      import('./cli/init.ts'),
      import('./cli/reach-server.ts'),
    ]);
    const { dataFolder, ownerPassword } = readConfig(process.env);
    if (!ownerPassword) throw new Refusal('Set HEADSUP_PASSWORD to the owner’s new password.');
    const facts = { accountName: account, country, timeZone };
    const owner = { ownerName: name, email, password: ownerPassword };
    process.exitCode = await withServer(dataFolder, startOwn, (reached) =>
      init(reached, { ...owner, ...facts }, say),
    );
  });

program
  .command('import')
  .description('bring contacts in from a file')
  .command('contacts')
  .description(
    'CSV or vCard; all good rows are written at once, and the others told with their reasons',
  )
  .argument('<file>', 'a .csv or .vcf file')
  .option(
    '--map <header=target>',
    'what a column becomes, as in "Tel. privat=phone:home", where it is not found out; may be given several times',
    mapOption,
  )
  .option('--keep-rest', 'keep columns that are not known as fields under their header')
  .option('--encoding <name>', 'in what it is written, as in windows-1252; found out by itself')
  .option('--delimiter <name>', 'comma, semicolon, tab or bar; found out by itself')
  .option('--no-header', 'the first row is a contact')
  .option('--dry-run', 'show what would be done; write nothing')
  .option('--json', 'one JSON object a line, as when the output is no terminal')
  .action(async (file: string, options) => {
    const [{ importContacts }, { withServer }, { jsonImport, terminalImport }] = await Promise.all([
      import('./cli/import-contacts.ts'),
      import('./cli/reach-server.ts'),
      import('./cli/import-report.ts'),
    ]);
    const isJson = options.json === true || !process.stdout.isTTY;
    const report = (isJson ? jsonImport : terminalImport)((text) => process.stdout.write(text));
    const { dataFolder } = readConfig(process.env);
    process.exitCode = await withServer(dataFolder, startOwn, ({ api }) =>
      importContacts(api, file, options, report),
    );
  });

program
  .command('doctor')
  .description('say what is wrong with this installation, and what to do')
  .action(async () => {
    const { doctor } = await import('./cli/doctor.ts');
    process.exitCode = await doctor(readConfig(process.env), say);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Prints what went wrong; 1: refused, 2: used wrongly. What is no refusal is a bug and shows where. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const isRefusal =
    error instanceof Refusal || (error instanceof Error && error.name === 'ApiRefusal');
  const words = isRefusal ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${words}\n`);
  return 1;
}
