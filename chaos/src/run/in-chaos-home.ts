import fs from 'node:fs';
import path from 'node:path';
import { openHome, runSession, withLock } from '@souk/launcher/harness';
import type { Plan } from '../plan/plan.js';
import type { Progress } from '../report/progress.js';
import type { ChaosOutcome } from './chaos-outcome.js';
import { ChaosRun } from './chaos-run.js';

/**
 * Carries out a plan in the home that belongs to the harness, one at a time. Nothing that was started outlives it.
 * @throws {Error} when the harness fails, or is asked to stop.
 */
export async function inChaosHome(plan: Plan, progress: Progress): Promise<ChaosOutcome> {
  const folder = newFolder(path.join(openHome('chaos').folder, 'runs'), plan.seed);
  const home = { ...openHome('chaos'), log: path.join(folder, 'logs') };
  fs.mkdirSync(home.log);
  let outcome: ChaosOutcome | undefined;
  const session = { kind: 'chaos', purpose: 'npm run chaos', home } as const;
  await withLock(
    path.join(home.run, 'chaos.lock'),
    () =>
      runSession(session, async (opened) => {
        outcome = await new ChaosRun({ plan, session: opened, folder, progress }).toOutcome();
        return 0;
      }),
    {
      timeoutMs: 0,
      onTimeout: (pid) => new Error(`Another chaos run (process ${pid}) is under way in ${home.folder}.`),
    },
  );
  if (!outcome) throw new Error('The run was stopped before its end.');
  return outcome;
}

function newFolder(runs: string, seed: string): string {
  const at = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const folder = path.join(runs, `${at}-seed-${seed.replaceAll(/[^\w.-]/g, '_').slice(0, 40)}`);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
