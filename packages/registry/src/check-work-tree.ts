import { applyAllowances } from './allowances/apply-allowances.js';
import { readAllowances } from './allowances/read-allowances.js';
import { checkStates } from './checks/check-states.js';
import { compositionFindings } from './checks/composition.js';
import { driftFindings } from './checks/drift.js';
import type { Finding } from './checks/finding.js';
import type { CheckResult } from './checks/run-checks.js';
import { composeBase } from './publish/compose-base.js';
import { readGraph } from './publish/read-graph.js';
import { readPublished } from './publish/read-published.js';
import type { Report } from './report/report.js';
import { readRevision, resolveRevision } from './state/read-revision.js';
import { readSubscriptions } from './state/read-subscriptions.js';
import { readWorkTree } from './state/read-work-tree.js';
import { overlay, stateOf } from './state/state-of.js';
import { timed } from './timed.js';

export interface CheckOptions {
  /** The root of the repository. */
  root: string;
  /** What to compare with: any name that git knows. */
  base: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Compares what the code of the work tree promises with what a revision promised.
 * @throws {RegistryInputError} when one of the two cannot be read, or an allowance has expired.
 */
export async function checkWorkTree(options: CheckOptions): Promise<Report> {
  const base = await resolveRevision(options.root, options.base);
  const { result: read, tookMs: preparationMs } = await timed(() => readAll({ ...options, base }));
  const allowances = readAllowances(read.workTree, options.today);
  const results = await checkAll(read, options);
  return { base, preparationMs, results: applyAllowances(results, allowances) };
}

type Read = Awaited<ReturnType<typeof readAll>>;

async function readAll({ root, base }: CheckOptions) {
  const [graph, subscriptions, workTree, accepted] = await Promise.all([
    readGraph(root),
    readSubscriptions(root),
    readWorkTree(root),
    readRevision(root, base),
  ]);
  return { base, graph, subscriptions, workTree, before: composeBase(stateOf(accepted), base) };
}

/** Where the subgraphs do not compose, there is no graph that more could be said about. */
async function checkAll(read: Read, { root, today }: CheckOptions): Promise<CheckResult[]> {
  const { graph, subscriptions, workTree, before } = read;
  const composition = stage('composition', 'Composition', compositionFindings(graph), graph.composedInMs);
  if (!graph.composed) return [composition];
  const { composed, subgraphs } = graph;
  const { result: published, tookMs } = await timed(() => readPublished(root, { subgraphs, composed }));
  const after = { ...stateOf(overlay(workTree, published.files), subscriptions), ...composed };
  const generated = stage('generated', 'Generated files', driftFindings(published.drift), tookMs);
  return [composition, generated, ...(await checkStates({ before, after, today }))];
}

function stage(name: CheckResult['name'], title: string, findings: readonly Finding[], tookMs: number): CheckResult {
  return { name, title, findings, tookMs };
}
