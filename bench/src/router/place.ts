import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestNats } from '@souk/kit/testing';
import type { ExecutionResult } from 'graphql';
import { composeGraph } from './graph/compose-graph.js';
import { expectedAnswer } from './graph/expected-answer.js';
import { bodiesOf, operations } from './graph/operations.js';
import { Companion } from './processes/companion.js';
import { withRedis } from './processes/with-redis.js';
import type { SubgraphsState } from './subgraphs/subgraphs-state.js';

/** What all peers stand on: subgraphs and servers that run, and files that tell of them. */
export interface Place {
  folder: string;
  supergraphFile: string;
  /** The documents of the operations. */
  operationsFile: string;
  /** What every request must be answered with, by its body. */
  answers: ReadonlyMap<string, ExecutionResult>;
  /** The same as a JSON object of texts. */
  answersFile: string;
  subgraphs: Companion<object, SubgraphsState>;
  subgraphUrls: Record<string, string>;
  natsUrl: string;
  redisUrl: string;
}

/** Prepares the place, lets the work be done there, and leaves nothing behind, also when it is interrupted. */
export async function withPlace<Result>(work: (place: Place) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-bench-'));
  const nats = await startTestNats();
  const subgraphs = Companion.start<object, SubgraphsState>('subgraphs', new URL('subgraphs/main.js', import.meta.url));
  // Without them the work fails soon, and all is cleared away as after any failure.
  const interrupt = () => subgraphs.stop();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { urls: subgraphUrls } = await subgraphs.ask({});
    const files = await writeFiles(folder, subgraphUrls);
    const place = { folder, ...files, subgraphs, subgraphUrls, natsUrl: nats.url };
    return await withRedis(folder, (redisUrl) => work({ ...place, redisUrl }));
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    subgraphs.stop();
    await rm(folder, { recursive: true });
    await nats.stop();
  }
}

async function writeFiles(folder: string, subgraphUrls: Record<string, string>) {
  const { supergraphSdl, api } = composeGraph(subgraphUrls);
  const supergraphFile = join(folder, 'supergraph.graphql');
  const operationsFile = join(folder, 'operations.graphql');
  const answersFile = join(folder, 'answers.json');
  const bodies = operations.flatMap(bodiesOf);
  const answers = new Map(
    await Promise.all(bodies.map(async (body) => [body, await expectedAnswer(api, body)] as const)),
  );
  const texts = [...answers].map(([body, answer]) => [body, JSON.stringify(answer)]);
  await writeFile(supergraphFile, supergraphSdl);
  await writeFile(operationsFile, operations.map(({ query }) => query).join('\n'));
  await writeFile(answersFile, JSON.stringify(Object.fromEntries(texts)));
  return { supergraphFile, operationsFile, answers, answersFile };
}
