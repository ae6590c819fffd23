import { gzipSync } from 'node:zlib';
import { badTokens, goodToken } from './bad-tokens.js';
import type { Place } from './place.js';
import { floodSubscriptions, halfOpen } from './raw-sockets.js';

export interface BadInput {
  name: string;
  /** What it must be refused with. */
  code: string;
  /** Sends it once and resolves to the code of the refusal; `answered` when there was none. */
  send: (place: Place, n: number) => Promise<string>;
  /** How long the refusal may take by design, where that is not half a second. */
  refusedWithinMs?: number;
}

type Headers = Readonly<Record<string, string>>;

const json = 'application/json';
const gzipBomb = gzipSync(Buffer.alloc(50_000_000, 32));

/** Everything that must not hurt. */
export function badInputs({ keys }: Place): BadInput[] {
  const tokens = Object.entries(badTokens(keys)).map(([what, token]): BadInput => {
    const headers = { authorization: `Bearer ${token}` };
    return { name: `a token ${what}`, code: 'UNAUTHENTICATED', send: query(() => '{ carriers }', headers) };
  });
  return [...documents, ...bodies, ...tokens, ...others];
}

const documentTexts: [name: string, text: (n: number) => string, code: string][] = [
  ['distinct documents that are valid', (n) => `{ a${n}: carriers }`, 'answered'],
  ['distinct documents that are not', (n) => `{ nothing${n} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['10,000 aliases', () => `{ ${repeat(10_000, (n) => `a${n}: carriers`)} }`, 'PAYLOAD_TOO_LARGE'],
  ['2,000 aliases', () => `{ ${repeat(2_000, (n) => `a${n}: carriers`)} }`, 'TOKEN_LIMIT_EXCEEDED'],
  ['600 aliases', () => `{ ${repeat(600, (n) => `a${n}: carriers`)} }`, 'ALIAS_LIMIT_EXCEEDED'],
  ['a fragment bomb', () => fragmentBomb, 'GRAPHQL_VALIDATION_FAILED'],
  ['deep nesting', () => nested(9), 'DEPTH_LIMIT_EXCEEDED'],
  ['1,900 open brackets', () => '{'.repeat(1_900), 'GRAPHQL_PARSE_FAILED'],
  ['ten sign-ins in one document', () => `mutation { ${repeat(10, (n) => `a${n}: ${signIn}`)} }`, 'BAD_REQUEST'],
];

const documents = documentTexts.map(([name, text, code]): BadInput => ({ name, code, send: query(text) }));

const bodies: BadInput[] = [
  {
    name: 'ten sign-ins in one batch',
    code: 'BAD_REQUEST',
    send: post(() => JSON.stringify(Array(10).fill({ query: `mutation { ${signIn} }` }))),
  },
  { name: 'a gzip bomb', code: 'PAYLOAD_TOO_LARGE', send: post(() => gzipBomb, { 'content-encoding': 'gzip' }) },
  {
    name: 'a body of 200 kB',
    code: 'PAYLOAD_TOO_LARGE',
    send: post(() => JSON.stringify({ query: 'x'.repeat(200_000) })),
  },
  { name: 'plain text', code: 'UNSUPPORTED_MEDIA_TYPE', send: post(() => '{}', { 'content-type': 'text/plain' }) },
  { name: 'XML', code: 'UNSUPPORTED_MEDIA_TYPE', send: post(() => '<a/>', { 'content-type': 'application/xml' }) },
  { name: 'half of a JSON', code: 'BAD_REQUEST', send: post(() => '{"query":') },
];

const forged: Headers = { 'x-user-id': 'admin', 'x-user-roles': 'ADMIN', 'x-forwarded-for': '203.0.113.66' };

const others: BadInput[] = [
  { name: 'forged headers, which are nobody’s', code: 'answered', send: query(() => '{ carriers }', forged) },
  {
    name: 'more subscriptions than a socket carries',
    code: 'RATE_LIMITED',
    send: ({ url, keys }) => floodSubscriptions(url, goodToken(keys)),
  },
  // A client on a bad line gets ten seconds for its headers.
  { name: 'a half-open socket', code: 'TIMEOUT', send: ({ url }) => halfOpen(url), refusedWithinMs: 12_000 },
];

const signIn = 'signIn(email: "a@b.example", password: "wrong")';
const fragmentBomb = `{ ...F0 } ${repeat(30, (n) => `fragment F${n} on Query { ${`...F${n + 1} `.repeat(2)}}`)} fragment F30 on Query { carriers }`;

function nested(levels: number): string {
  const order = '{ history { order '.repeat(levels);
  return `{ order(id: 1) ${order}{ id }${' } }'.repeat(levels)} }`;
}

function repeat(count: number, of: (n: number) => string): string {
  return Array.from({ length: count }, (_item, n) => of(n)).join(' ');
}

function query(text: (n: number) => string, headers: Headers = {}): BadInput['send'] {
  return post((n) => JSON.stringify({ query: text(n) }), headers);
}

function post(body: (n: number) => string | Buffer<ArrayBuffer>, headers: Headers = {}): BadInput['send'] {
  return async ({ url }, n) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': json, ...headers }, body: body(n) });
    const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
    return errors ? String(errors[0]?.extensions?.code) : 'answered';
  };
}
