export { createHealth, type Health, type ReadinessChecks } from './health.js';
export { errorBody, jsonErrors, notFound } from './json-errors.js';
export { type RunningProcess, runProcess } from './run-process.js';
export { type RunningSubgraph, startSubgraph } from './start-subgraph.js';
export type { SubgraphDefinition, SubgraphParts } from './subgraph-definition.js';
export type { Worker, WorkerContext } from './worker.js';
