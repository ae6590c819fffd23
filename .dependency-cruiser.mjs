/**
 * Which way imports run: main → app → graphql | events | http | workers → processes → use-cases → domain ← persistence.
 * Each rule has a fixture in packages/boundaries/fixtures that breaks it, so that each has been seen to fail.
 */
const room = '(^|/)subgraphs/([^/]+)/src';
const sameRoom = '(^|/)subgraphs/$2/src';
const tests = '\\.test\\.ts$';
/** What speaks to the outside world; each is named after what it speaks to. */
const outside = ['credentials', 'providers', 'redis', 'carriers', 'mail'];

/** @param {string} layer @param {string[]} allowed folders of the same subgraph that the layer may import besides itself */
function layerRule(layer, allowed) {
  return {
    name: `${layer}-imports-inwards`,
    comment: `${layer}/ may import only ${['itself', ...allowed].join(', ')} of its own subgraph.`,
    severity: 'error',
    from: { path: `${room}/${layer}/`, pathNot: tests },
    to: { path: `${sameRoom}/`, pathNot: `${sameRoom}/(${[layer, ...allowed].join('|')})/|${sameRoom}/context\\.ts$` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'subgraphs-are-strangers',
      comment: 'Subgraphs know each other by schema and events alone.',
      severity: 'error',
      from: { path: '(^|/)subgraphs/([^/]+)/' },
      to: { path: '(^|/)subgraphs/([^/]+)/', pathNot: '(^|/)subgraphs/$2/' },
    },
    {
      name: 'kit-knows-no-subgraph',
      comment: 'The kit serves all subgraphs and knows none, nor the router, nor the contracts.',
      severity: 'error',
      from: { path: '(^|/)packages/kit/' },
      to: { path: '(^|/)(subgraphs|router|schema)/' },
    },
    {
      name: 'router-knows-no-subgraph',
      comment: 'The router knows subgraphs by the supergraph alone.',
      severity: 'error',
      from: { path: '(^|/)router/' },
      to: { path: '(^|/)subgraphs/[^/]+/src/' },
    },
    {
      name: 'domain-is-plain',
      comment:
        'domain/ imports itself and the plain part of the kit; of the mapper only what a collection of children needs.',
      severity: 'error',
      from: { path: `${room}/domain/`, pathNot: tests },
      to: { pathNot: `${sameRoom}/domain/|(^|/)packages/kit/src/(domain|identity)/|@mikro-orm/core/` },
    },
    {
      name: 'use-cases-know-no-transport',
      comment: 'A use case knows neither GraphQL nor NATS nor HTTP.',
      severity: 'error',
      from: { path: `${room}/use-cases/`, pathNot: tests },
      to: {
        path: '(^|node_modules/)(graphql|type-graphql|nats|express|@apollo)(/|$)|packages/kit/src/(graphql|messaging|server)/',
      },
    },
    {
      name: 'nobody-imports-the-composition-root',
      comment: 'app.ts and main.ts know every other file; none knows them.',
      severity: 'error',
      from: { path: `${room}/`, pathNot: `${room}/main\\.ts$|${tests}` },
      to: { path: `${sameRoom}/(app|main)\\.ts$` },
    },
    layerRule('use-cases', ['domain', 'persistence', 'processes', ...outside]),
    layerRule('processes', ['domain']),
    layerRule('persistence', ['domain', 'processes']),
    layerRule('events', ['domain', 'use-cases', 'processes', 'persistence']),
    layerRule('answers', ['domain', 'use-cases', 'persistence', ...outside]),
    layerRule('graphql', ['domain', 'use-cases', 'persistence']),
    layerRule('http', ['domain', 'use-cases', 'persistence', ...outside]),
    layerRule('workers', ['domain', 'use-cases', 'persistence', ...outside]),
    layerRule('live', ['domain']),
    {
      name: 'adapters-import-inwards',
      comment:
        'What speaks to the outside world knows itself, the domain, the ports that use cases declare, and its words.',
      severity: 'error',
      from: { path: `${room}/(${outside.join('|')})/`, pathNot: tests },
      to: { path: `${sameRoom}/`, pathNot: `${sameRoom}/($3|domain|use-cases|templates)/|${sameRoom}/context\\.ts$` },
    },
    {
      name: 'graphql-only-reads',
      comment: 'graphql/ reads tables through find-* files; whatever writes is a use case.',
      severity: 'error',
      from: { path: `${room}/graphql/`, pathNot: tests },
      to: { path: `${sameRoom}/persistence/`, pathNot: `${sameRoom}/persistence/find-` },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What runs in the shop imports no test, no builder and not the testing part of the kit.',
      severity: 'error',
      from: { path: '(^|/)((subgraphs|packages)/[^/]+|router)/src/', pathNot: `${tests}|packages/kit/src/testing/` },
      to: { path: `${tests}|/test/|packages/kit/src/testing/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|packages/boundaries/fixtures/|(^|/)generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node'] },
  },
};
