import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseProcessStat } from '../../measure/process-stat.js';
import { readFileOf } from '../../measure/read-processes.js';
import type { StackProcess } from '../../stack/running-stack.js';
import type { Launch } from './launch.js';

export interface RunningProgram extends StackProcess {
  url: string;
  stop(): Promise<void>;
}

interface ProgramRequest {
  name: string;
  launch: Launch;
  /** Where its endpoint will be. */
  url: string;
  logFile: string;
  /** Asks it something; what it throws means not yet. */
  probe: (url: string) => Promise<unknown>;
}

const startTimeoutMs = 60_000;
const pauseMs = 50;

/** Starts a program and waits until it answers. @throws {Error} with the end of its log. */
export async function startProgram({ name, launch, url, logFile, probe }: ProgramRequest): Promise<RunningProgram> {
  const child = spawnProgram(launch, logFile);
  const stop = () => stopChild(child);
  try {
    await untilReady(child, () => probe(url));
    return { ...identify(name, child), url, stop };
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${readFileSync(logFile, 'utf8').slice(-2_000)}`, { cause: error });
  }
}

/** Nothing of our own environment is passed on, nor the folder we stand in: every program is to find the same. */
function spawnProgram({ program = process.execPath, args, environment }: Launch, logFile: string): ChildProcess {
  const log = openSync(logFile, 'w');
  try {
    const env = { NODE_ENV: 'production', ...environment };
    return spawn(program, args, { env, cwd: dirname(logFile), stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

async function untilReady(child: ChildProcess, probe: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + startTimeoutMs;
  for (;;) {
    const problem = await probe().then(
      () => null,
      (error: Error) => error,
    );
    if (!problem) return;
    if (hasEnded(child)) throw new Error('It ended while it started.');
    if (performance.now() > deadline) throw new Error(`It does not get ready: ${problem.message}`);
    await delay(pauseMs);
  }
}

function identify(name: string, { pid = 0 }: ChildProcess): StackProcess {
  const { started } = parseProcessStat(readFileOf(pid, 'stat') ?? '');
  return { name, pid, started };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
