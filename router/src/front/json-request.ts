import type { IncomingMessage } from 'node:http';
import type { plainJsonStatus } from '../admission/refusal.js';

const largestBodyBytes = 100_000;
const jsonTypes: ReadonlySet<string> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
]);
/** The type of answers whose status tells little: see {@link plainJsonStatus}. */
export const json = 'application/json; charset=utf-8';
const graphqlJson = 'application/graphql-response+json; charset=utf-8';

/** How clients ask for an answer in JSON, and of which type it is then. */
const answerTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/json, */*', json],
  ['application/json, text/plain, */*', json],
  ['application/graphql-response+json', graphqlJson],
  ['application/graphql-response+json, application/json', graphqlJson],
  ['application/graphql-response+json,application/json;q=0.9', graphqlJson],
  ['application/graphql-response+json, application/json;q=0.9', graphqlJson],
]);

/**
 * The type of the answer to a request that is an operation sent in the most ordinary way: a short JSON body that is
 * neither packed nor of unknown length, to be answered in JSON. Undefined for every other request.
 */
export function ordinaryAnswerType({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'POST' || url !== '/graphql') return undefined;
  if (!jsonTypes.has(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) return undefined;
  const bytes = Number(headers['content-length']);
  return bytes <= largestBodyBytes ? answerTypes.get(headers.accept) : undefined;
}

/** Resolves with a body's text; never if the client goes away before it is complete. */
export function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
