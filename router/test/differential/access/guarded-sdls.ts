import { subgraphSdls } from '../graph/compose.js';

const people = '@requiresScopes(scopes: [["people"], ["everything"]])';
const films = '@requiresScopes(scopes: [["films"], ["everything"]])';

/** Where each rule stands: what it comes behind, in the SDL of its subgraph. */
const rules: readonly [subgraph: string, element: string, rule: string][] = [
  ['users', 'email: String', people],
  ['users', 'type Address', '@authenticated'],
  ['users', 'rename(input: RenameInput!): User!', '@authenticated'],
  ['stock', 'type Warehouse @key(fields: "id")', '@authenticated'],
  ['reviews', 'latest(limit: Int): [Review!]', people],
  ['reviews', 'author: User', people],
  ['reviews', 'best: Review! @provides(fields: "author { name }")', '@authenticated'],
  ['catalog', 'type Film implements Media @key(fields: "id")', films],
];

/** The graph with rules of every kind. */
export const guardedSdls: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(subgraphSdls).map(([name, sdl]) => [name, withRules(name, sdl)]),
);

function withRules(name: string, sdl: string): string {
  const linked = sdl.replace('"@key",', '"@key", "@authenticated", "@requiresScopes",');
  const own = rules.filter(([subgraph]) => subgraph === name);
  return own.reduce((text, [, element, rule]) => withRule(text, element, rule), linked);
}

function withRule(sdl: string, element: string, rule: string): string {
  if (!sdl.includes(element)) throw new Error(`The graph has no ${element}.`);
  return sdl.replace(element, `${element} ${rule}`);
}
