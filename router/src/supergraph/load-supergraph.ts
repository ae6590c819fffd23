import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { type CacheHints, readPolicyFile } from '../cache/cache-hints.js';
import { packageFolder } from '../package-folder.js';

/** The supergraph that is served unless another one is named: the repository's own. */
export function ownSupergraphPath(): string {
  return join(packageFolder(), '../schema/supergraph.graphql');
}

/** The file of policies that is written with a supergraph; it stands beside it. */
export function policiesPath(supergraphPath = ownSupergraphPath()): string {
  return join(dirname(supergraphPath), 'policies.json');
}

/** A supergraph and what may be kept of its answers, as their files are at the moment. */
export interface Graph {
  supergraph: GuardedSupergraph;
  /** Undefined where nothing may be kept. */
  cacheHints: CacheHints | undefined;
  /** Whether somebody has replaced one of the files and not the other. */
  isHalfReplaced: boolean;
  /** Differs when the content of a file does. */
  version: string;
}

/**
 * Reads the supergraph with the policies beside it.
 * @throws {Error} that names the file that cannot be read, or is not what `npm run generate` writes.
 */
export async function loadGraph(path: string): Promise<Graph> {
  const { supergraph, supergraphHash } = await readSupergraph(path);
  const policies = await readPolicyFile(policiesPath(path));
  const isHalfReplaced = policies !== undefined && policies.supergraphHash !== supergraphHash;
  return {
    supergraph,
    cacheHints: isHalfReplaced ? undefined : policies?.hints,
    isHalfReplaced,
    version: `${supergraphHash} ${policies?.contentHash}`,
  };
}

/**
 * Reads the composed supergraph, with the rules about who may see what.
 * @throws {Error} that names the file when it cannot be read, or is no supergraph.
 */
export async function loadSupergraph(path: string): Promise<GuardedSupergraph> {
  const { supergraph } = await readSupergraph(path);
  return supergraph;
}

async function readSupergraph(path: string) {
  try {
    const text = await readFile(path, 'utf8');
    return { supergraph: GuardedSupergraph.read(text), supergraphHash: hash('sha256', text) };
  } catch (cause) {
    throw new Error(`The supergraph at ${path} cannot be served: ${(cause as Error).message}`, { cause });
  }
}
