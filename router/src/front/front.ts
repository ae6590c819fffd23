import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Concern } from '../admission/concern.js';
import { plainJsonStatus } from '../admission/refusal.js';
import type { CompiledOperation } from '../execution/compiled-operation.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import { corsHeadersFor, type IsAllowedOrigin } from '../http/origins.js';
import { type InRequest, newRequestId } from '../http/request-scope.js';
import type { AddressOf } from '../identity/address-of.js';
import type { Authenticate } from '../identity/authenticate.js';
import type { Identity } from '../identity/identity.js';
import { clientNameHeader, clientOf, clientVersionHeader } from '../metrics/client-headers.js';
import type { Metrics } from '../metrics/metrics.js';
import { departureOf } from '../operations/departure.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import { asPersistedQuery } from '../operations/persisted-query.js';
import type { RouterContext } from '../operations/router-context.js';
import { type Answer, answerOf, refusedAnswer } from './answer.js';
import { json, ordinaryAnswerType, readText } from './json-request.js';
import { type KnownOperation, knownOperation } from './known-operation.js';
import { onePerTurn } from './one-per-turn.js';

export interface FrontParts {
  prepared: PreparedOperations;
  admit: Concern;
  authenticate: Authenticate;
  addressOf: AddressOf;
  errors: ErrorFormatter;
  inRequest: InRequest;
  metrics: Metrics;
  isAllowedOrigin: IsAllowedOrigin;
  securityHeaders: Readonly<Record<string, string>>;
}

/** A request whose body was read. What comes after, Express' own reader included, finds it here. */
type ReadRequest = IncomingMessage & { body?: unknown };

/**
 * Answers operations that are prepared, when they are sent in the most ordinary way, as the others would. Whatever is not
 * as usual is left to them, with its body read at most: it costs more there, and is right.
 */
export function createFront(parts: FrontParts, dearOnes: RequestListener): RequestListener {
  const { isAllowedOrigin } = parts;
  const others = onePerTurn(dearOnes);
  const always = flat(parts.securityHeaders);
  const forNoPage = flat(corsHeadersFor({}, isAllowedOrigin));
  return (request, response) => {
    const type = ordinaryAnswerType(request);
    if (type === undefined) return others(request, response);
    void serve(request, response, parts).then((answer) => {
      if (!answer) others(request, response);
      else if (!response.destroyed) {
        const { headers } = request;
        const cors = headers.origin === undefined ? forNoPage : flat(corsHeadersFor(headers, isAllowedOrigin));
        const common = ['content-type', type, ...always, ...cors];
        send(response, type === json ? inPlainJson(answer) : answer, common);
      }
    });
  };
}

interface FrontAnswer extends Answer {
  requestId: string;
}

async function serve(
  request: ReadRequest,
  response: ServerResponse,
  parts: FrontParts,
): Promise<FrontAnswer | undefined> {
  const body = asPersistedQuery(parsed(await readText(request)));
  request.body = body;
  const known = knownOperation(body, parts.prepared);
  const identity = known && (await identify(request, parts.authenticate));
  if (!identity) return undefined;
  const startedAtMs = performance.now();
  const requestId = newRequestId();
  const address = parts.addressOf(request);
  const client = clientOf(request);
  const context: RouterContext = { identity, requestId, address, client, departure: departureOf(response) };
  const scope = { requestId, method: 'POST', path: '/graphql' };
  const answer = await parts.inRequest(scope, () => run(known, context, parts));
  measure(request, parts.metrics, { startedAtMs, operation: known.operation, refusal: answer.refusal });
  return { requestId, ...answer };
}

interface Answered {
  startedAtMs: number;
  operation: CompiledOperation;
  refusal: string | undefined;
}

function measure({ headers }: IncomingMessage, metrics: Metrics, { startedAtMs, operation, refusal }: Answered): void {
  metrics.requests.record(operation.source.definition.name?.value, 'front', startedAtMs);
  metrics.clients.record(headers[clientNameHeader], headers[clientVersionHeader]);
  if (refusal !== undefined) metrics.refusals({ code: refusal }).add();
}

/** An object or array; everything else stays a text, which is no operation. */
function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : text;
  } catch {
    return text;
  }
}

/** Undefined for a token that is not good; the others find out again, and say so. */
function identify(request: IncomingMessage, authenticate: Authenticate): Promise<Identity | undefined> {
  return authenticate(request.headers.authorization).catch(() => undefined);
}

async function run(
  { operation, variables }: KnownOperation,
  context: RouterContext,
  { admit, errors }: FrontParts,
): Promise<Answer> {
  let result: string | ExecutionResult;
  try {
    await admit({ ...operation.source, variables, context });
    result = await operation.executeToJson({ variables, context });
  } catch (error) {
    return refusedAnswer(error, context, errors);
  }
  return answerOf(result, context, errors);
}

function inPlainJson(answer: FrontAnswer): FrontAnswer {
  const { refusal, status } = answer;
  return refusal === undefined ? answer : { ...answer, status: plainJsonStatus(refusal, status) };
}

/** Names and values in turn, which is how Node writes them soonest. */
function flat(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat();
}

function send(response: ServerResponse, { status, headers, body, requestId }: FrontAnswer, common: string[]): void {
  const own = ['x-request-id', requestId, 'content-length', String(Buffer.byteLength(body)), ...flat(headers)];
  response.writeHead(status, [...common, ...own]);
  response.end(body);
}
