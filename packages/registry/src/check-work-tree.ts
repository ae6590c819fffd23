import { applyAllowances } from './allowances/apply-allowances.js';
import { readAllowances } from './allowances/read-allowances.js';
import { findDoubtfulBase, findNamedByBranch } from './checks/accepted.js';
import { checkStates } from './checks/check-states.js';
import { compositionFindings } from './checks/composition.js';
import { driftFindings, problemFindings } from './checks/drift.js';
import type { Finding } from './checks/finding.js';
import type { CheckResult } from './checks/run-checks.js';
import { composeBase } from './publish/compose-base.js';
import { readContracts, withCode } from './publish/read-contracts.js';
import { readGraph } from './publish/read-graph.js';
import { readPublished } from './publish/read-published.js';
import { describeInputError, RegistryInputError } from './registry-input.error.js';
import type { Report } from './report/report.js';
import { acceptedFile, readAccepted } from './state/accepted.js';
import { operationsFolder } from './state/read-operations.js';
import { readRevision, resolveRevision } from './state/read-revision.js';
import { readSubscriptions } from './state/read-subscriptions.js';
import { readWorkTree } from './state/read-work-tree.js';
import type { ComposedState } from './state/registry-state.js';
import type { SourceFile } from './state/source-file.js';
import { overlay, stateOf } from './state/state-of.js';
import { timed } from './timed.js';

export interface CheckOptions {
  /** The root of the repository. */
  root: string;
  /** What to compare with: any name that git knows. Without one it is the accepted revision. */
  base?: string | undefined;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Compares what the code of the work tree promises with what a revision promised.
 * @throws {RegistryInputError} when one of the two cannot be read, or an allowance has expired.
 */
export async function checkWorkTree(options: CheckOptions): Promise<Report> {
  const { result: read, tookMs: preparationMs } = await timed(() => readAll(options));
  const allowances = readAllowances(read.workTree, options.today);
  const results = await checkAll(read, options);
  return { base: read.base, preparationMs, results: [read.accepted, ...applyAllowances(results, allowances)] };
}

type Read = Awaited<ReturnType<typeof readAll>>;

async function readAll({ root, base: named }: CheckOptions) {
  const base = await resolveRevision(root, named ?? (await readAccepted(root)).revision);
  const [graph, subscriptions, workTree, before] = await Promise.all([
    readGraph(root),
    readSubscriptions(root),
    readWorkTree(root),
    readRevision(root, base),
  ]);
  const accepted = await checkAccepted(root, named, { workTree, before });
  return { base, accepted, graph, subscriptions, workTree, before: readBase(before, base) };
}

/** Without a named base the accepted revision is the base; with one, all that counts is whether the branch moves it. */
async function checkAccepted(
  root: string,
  base: string | undefined,
  { workTree, before }: { workTree: readonly SourceFile[]; before: readonly SourceFile[] },
): Promise<CheckResult> {
  const [now, then] = [workTree, before].map((files) => files.find(({ path }) => path === acceptedFile)?.content);
  const find = async () => {
    if (base === undefined) return findDoubtfulBase(root, await readAccepted(root));
    return now === then ? [] : findNamedByBranch(root, await readAccepted(root), base);
  };
  const { result: findings, tookMs } = await timed(find);
  return stage('accepted', 'The accepted revision', findings, tookMs);
}

/** What clients send today is held against it, not what they sent then: its operations need not even be readable. */
function readBase(files: readonly SourceFile[], base: string): ComposedState {
  try {
    return composeBase(stateOf(files.filter(({ path }) => !path.startsWith(`${operationsFolder}/`))), base);
  } catch (error) {
    if (!(error instanceof RegistryInputError) || !error.file) throw error;
    throw new RegistryInputError(
      `The revision ${base} cannot be read, so nothing can be compared with it. Name another with --base.\n${describeInputError(error)}`,
    );
  }
}

/** Where the subgraphs do not compose, there is no graph that more could be said about. */
async function checkAll(read: Read, { root, today }: CheckOptions): Promise<CheckResult[]> {
  const { graph, subscriptions, workTree, before } = read;
  const composition = stage(
    'composition',
    'Composition',
    compositionFindings(graph, before.subgraphs),
    graph.composedInMs,
  );
  if (!graph.composed) return [composition];
  const { composed, subgraphs } = graph;
  const { result: published, tookMs } = await timed(() => readPublished(root, { subgraphs, composed }));
  const current = workTree.filter(({ path }) => !published.drift.left.includes(path));
  const state = stateOf(overlay(current, published.files), subscriptions);
  const after = { ...state, ...composed, events: withCode(state.events, await readContracts(root)) };
  const findings = [...problemFindings(published.problems), ...driftFindings(published.drift)];
  const generated = stage('generated', 'Generated files', findings, tookMs);
  return [composition, generated, ...(await checkStates({ before, after, today }))];
}

function stage(name: CheckResult['name'], title: string, findings: readonly Finding[], tookMs: number): CheckResult {
  return { name, title, findings, tookMs };
}
