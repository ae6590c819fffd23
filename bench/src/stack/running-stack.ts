import { readFileSync } from 'node:fs';
import { z } from 'zod';

const processSchema = z.object({
  pid: z.int(),
  /** Which run of the machine it belongs to, and the kernel's start time. */
  started: z.string().transform((text) => text.slice(text.lastIndexOf('-') + 1)),
});

const recordSchema = processSchema.extend({
  processes: z.record(z.string(), processSchema),
  environments: z.record(z.string(), z.record(z.string(), z.string())),
  natsSyncInterval: z.string().optional(),
});

/** A part of the running shop. `started` is the kernel's, so that number and start name one process only. */
export interface StackProcess {
  name: string;
  pid: number;
  started: string;
}

export interface RunningStack {
  /** Every process that the launcher started, and the launcher. Servers given by URL are not among them. */
  processes: StackProcess[];
  /** Database URL of each subgraph, by name. */
  databases: Record<string, string>;
  natsUrl: string | undefined;
  redisUrl: string | undefined;
  /** How often NATS writes to the disk, as the launcher told it; a server given by URL was told nothing. */
  natsSyncInterval: string | undefined;
}

/** Reads what the launcher wrote down about the running shop. @throws {Error} when it is not of the known form. */
export function readRunningStack(file: string): RunningStack {
  const record = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { pid, started, processes, environments, natsSyncInterval } = record;
  const named = Object.entries(processes).map(([name, identity]) => ({ name, ...identity }));
  const databases = Object.entries(environments).flatMap(([name, { DATABASE_URL }]) =>
    DATABASE_URL ? [[name, DATABASE_URL]] : [],
  );
  return {
    processes: [...named.sort(byImportance), { name: 'launcher', pid, started }],
    databases: Object.fromEntries(databases),
    natsUrl: environments['router']?.['NATS_URL'],
    redisUrl: environments['cart']?.['REDIS_URL'],
    natsSyncInterval,
  };
}

const last = ['postgres', 'nats', 'redis', 'stripe-emulator', 'carrier-emulator', 'mail-inbox'];

/** The router first, then the subgraphs by name, then servers and emulators. */
function byImportance(left: StackProcess, right: StackProcess): number {
  return rankOf(left.name) - rankOf(right.name) || left.name.localeCompare(right.name);
}

function rankOf(name: string): number {
  return name === 'router' ? -2 : last.indexOf(name);
}
