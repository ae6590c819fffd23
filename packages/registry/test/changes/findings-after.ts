import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applyAllowances } from '../../src/allowances/apply-allowances.js';
import { readAllowances } from '../../src/allowances/read-allowances.js';
import { checkStates } from '../../src/checks/check-states.js';
import { compositionFindings } from '../../src/checks/composition.js';
import type { Finding } from '../../src/checks/finding.js';
import type { CheckResult } from '../../src/checks/run-checks.js';
import { compose } from '../../src/publish/compose.js';
import { composeBase } from '../../src/publish/compose-base.js';
import { readWorkTree } from '../../src/state/read-work-tree.js';
import type { SourceFile } from '../../src/state/source-file.js';
import { stateOf } from '../../src/state/state-of.js';
import type { Edit } from './edits.js';
import { subscriptionsFile, today } from './world-files.js';

const world = join(import.meta.dirname, 'world');
const subscriptions = { path: subscriptionsFile, content: await readFile(join(world, subscriptionsFile), 'utf8') };
const files = [...(await readWorkTree(world)), subscriptions];
const before = composeBase(stateOf(files), 'the world');
const unchanged = compose(before.subgraphs);

/** Everything that is found when the world is edited, on the way that a check of the work tree goes. */
export async function findingsAfter(edits: readonly Edit[]): Promise<Finding[]> {
  const edited = edits.reduce<readonly SourceFile[]>((former, edit) => edit(former), files);
  const results = applyAllowances(await checkAll(edited), readAllowances(edited, today));
  return results.flatMap(({ findings }) => findings);
}

async function checkAll(edited: readonly SourceFile[]): Promise<CheckResult[]> {
  const state = stateOf(edited, JSON.parse(edited.find(({ path }) => path === subscriptionsFile)?.content ?? '{}'));
  const { composed, ...said } = isDeepStrictEqual(state.subgraphs, before.subgraphs)
    ? unchanged
    : compose(state.subgraphs);
  const composition: CheckResult = {
    name: 'composition',
    title: '',
    findings: compositionFindings({ ...said, subgraphs: state.subgraphs }, before.subgraphs),
    tookMs: 0,
  };
  if (!composed) return [composition];
  return [composition, ...(await checkStates({ before, after: { ...state, ...composed }, today }))];
}
