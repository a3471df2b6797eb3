// The command line: the same tool in a terminal, on the repository around the current folder. It needs and calls nothing of GitHub's.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace } from '../files/workspace.ts';
import { type CommandLine, CommandLineError, readCommandLine } from '../inputs/command-line.ts';
import { type Inputs, readInputs } from '../inputs/inputs.ts';
import { givenToken } from '../inputs/secrets.ts';
import { INPUT_NAMES, type RawInputs } from '../inputs/table.ts';
import { manifestRecord } from '../ledger/who-asks.ts';
import { systemClock } from '../lib/clock.ts';
import { ActionError, asActionError } from '../lib/errors.ts';
import { jsonObject } from '../lib/json.ts';
import { nearest } from '../lib/nearest.ts';
import type { Signals } from '../pipeline/grace.ts';
import { redactor } from '../report/text.ts';
import { createServices, type Services, secretsIn } from '../services.ts';
import { approvalAt } from './approval.ts';
import type { DeskPorts } from './generate.ts';
import { COMMAND_NAMES, type Command, helpText, isForDesk } from './help.ts';
import { refuseWhileRunning } from './ledger.ts';
import { tellPlan } from './plan.ts';
import { findRepository, fromWorkspace, type Repository, whoAsks } from './repository.ts';
import { type Call, callsOf, type OtherCall, openCall, repositoryState, stateFolder } from './state.ts';
import { createTerminal, type Streams, type Terminal } from './terminal.ts';

export interface Desk {
  /** What follows the program's name. */
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The current folder. Throws if it was removed. */
  readonly folder: () => string;
  /** The package's folder, absolute. */
  readonly home: string;
  readonly streams: Streams;
}

const SWITCHES = { yes: 'y', help: 'h', version: null };

/** Resolves with the exit code, once everything that went wrong is printed. */
export async function runDesk(desk: Desk, signals: Signals): Promise<number> {
  const { env, streams } = desk;
  let terminal = await createTerminal(streams, redactor(secretsIn(givenToken('', env).trim())));
  try {
    const line = readCommandLine(desk.words, SWITCHES);
    const token = givenToken(line.inputs['api-token'], env).trim();
    terminal = await createTerminal(streams, redactor(secretsIn(token)));
    if (line.switches.has('help') || desk.words.length === 0) {
      terminal.line(await helpText(desk.home, Math.min(terminal.size().columns, 100)));
      return desk.words.length === 0 ? 1 : 0;
    }
    if (line.switches.has('version')) {
      terminal.line(await versionOf(desk.home));
      return 0;
    }
    const { error: tell } = terminal;
    process.on('uncaughtException', (error) => {
      void tell(`This command failed with an unexpected error: ${error.message}`);
      process.exit(1);
    });
    const failure = await carryOut(commandOf(line), line, token, desk, terminal, signals);
    if (failure === null) return 0;
    await terminal.error(failure.text);
  } catch (error) {
    const failure = asActionError(error, 'This command failed with an unexpected error');
    if (failure.kind === 'internal' && error instanceof Error) terminal.info(error.stack ?? '');
    await terminal.error(failure.text);
  }
  return 1;
}

function commandOf({ words, inputs }: CommandLine): Command {
  const [word, ...more] = words;
  if (inputs.mode !== undefined)
    throw new CommandLineError('--mode is for workflows. Write the command itself, for example `plan`.');
  if (word === undefined) throw new CommandLineError(`A command is missing: ${COMMAND_NAMES.join(', ')}.`);
  const command = COMMAND_NAMES.find((name) => name === word);
  if (command === undefined) {
    const meant = nearest(word, COMMAND_NAMES);
    const then = meant === null ? `The commands are ${COMMAND_NAMES.join(', ')}.` : `Did you mean ${meant}?`;
    throw new CommandLineError(`There is no command "${word}". ${then}`);
  }
  if (more.length > 0)
    throw new CommandLineError(`Unexpected "${more[0]}". Options begin with --, and values with spaces need quotes.`);
  return command;
}

/** Returns the error that the command fails with; null if it succeeds. */
async function carryOut(
  command: Command,
  line: CommandLine,
  token: string,
  desk: Desk,
  terminal: Terminal,
  signals: Signals,
): Promise<ActionError | null> {
  const folder = currentFolder(desk);
  const repository = findRepository(folder);
  const workspace = await openWorkspace(repository.root);
  const inputs = await readInputs(rawInputs(command, line, token, folder, repository), workspace, terminal.redacted);
  await tellUnused(line, terminal);
  const services = createServices({ env: desk.env, token, redacted: terminal.redacted });
  const ports = {
    log: terminal,
    // Only workflows have outputs and summaries.
    workflow: null,
    temp: tmpdir(),
    redacted: terminal.redacted,
    workspace,
    clock: systemClock,
    cancelled: signals.cancelled,
  };
  if (command === 'generate') {
    const call = openCallFor(repository, desk.env);
    const approval = approvalAt(terminal, line.switches.has('yes'), signals.cancelled);
    const sources = { ports: { ...ports, temp: call.folder }, services, terminal, call, repository, approval, signals };
    const { generateAtDesk } = await import('./generate.ts');
    return generateAtDesk(inputs, sources).finally(call.end);
  }
  const { manifest } = inputs;
  if (manifest === null) throw new Error(`${command} without a manifest`);
  if (command === 'check') return (await import('../commands/check.ts')).check(manifest, inputs, ports);
  if (command === 'accept') {
    refuseWhileRunning(
      callsFor(repository, desk.env),
      manifestRecord(whoAsks(repository, ''), workspace.shown(manifest)),
    );
    await (await import('../commands/accept.ts')).accept(manifest, inputs, ports);
  } else await startPlan(manifest, inputs, ports, services, terminal);
  return null;
}

function currentFolder({ folder }: Desk): string {
  try {
    return folder();
  } catch (cause) {
    throw new ActionError('bad-input', 'The current folder no longer exists.', { cause });
  }
}

function rawInputs(
  command: Command,
  { inputs }: CommandLine,
  token: string,
  folder: string,
  repository: Repository,
): RawInputs {
  const forDesk = Object.fromEntries(
    INPUT_NAMES.flatMap((name) => (isForDesk(name) && inputs[name] !== undefined ? [[name, inputs[name]]] : [])),
  );
  const given = fromWorkspace(forDesk, folder, repository);
  return { ...given, 'api-token': token, mode: command, 'upload-artifact': 'false', summary: 'false' };
}

async function tellUnused({ inputs }: CommandLine, terminal: Terminal): Promise<void> {
  const unused = INPUT_NAMES.filter((name) => !isForDesk(name) && inputs[name] !== undefined);
  if (unused.length > 0)
    await terminal.notice(`Not used outside of a workflow: ${unused.map((name) => `--${name}`).join(', ')}.`);
  if (inputs['api-token'] !== undefined)
    await terminal.warning(
      'Other programs can see a token on the command line, and the shell keeps it in its history. Set RUNCOMFY_TOKEN instead.',
    );
}

function openCallFor({ common }: Repository, env: NodeJS.ProcessEnv): Call {
  try {
    return openCall(repositoryState(stateFolder(env, process.platform), common), new Date());
  } catch (error) {
    throw new ActionError(
      'save-failed',
      `The journal of paid requests cannot be written: ${asActionError(error, 'the state folder').message}.`,
      {
        advice: 'Nothing was submitted. Free up disk space, or set XDG_STATE_HOME to a writable folder.',
      },
    );
  }
}

/** The calls for a repository; none if there is no state folder yet. */
function callsFor({ common }: Repository, env: NodeJS.ProcessEnv): readonly OtherCall[] {
  try {
    return callsOf(repositoryState(stateFolder(env, process.platform), common));
  } catch {
    return [];
  }
}

async function startPlan(
  manifest: string,
  inputs: Inputs,
  ports: DeskPorts,
  services: Services,
  terminal: Terminal,
): Promise<void> {
  const service = await services.service(inputs.apiUrl);
  const { plan } = await import('../commands/plan.ts');
  const serverless = () => services.serverless(inputs.deploymentsUrl);
  const tell = (rows: Parameters<typeof tellPlan>[0]): Promise<void> => tellPlan(rows, terminal);
  await plan(manifest, inputs, { ...ports, service, serverless, tell, comment: async () => null });
  if (service === null) terminal.info('Without a token in RUNCOMFY_TOKEN, prices are not known.');
}

async function versionOf(home: string): Promise<string> {
  const { version } = jsonObject(JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'))) ?? {};
  return String(version);
}
