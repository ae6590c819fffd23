import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { checkoutFolder } from '@souk/launcher/harness';
import type { Plan } from '../plan/plan.js';

const program = path.join(checkoutFolder, 'subgraphs/payments/dist/src/reconcile.js');
const pauseMs = 5_000;
/** As long as payments leaves what is young to the next time, and a little more. */
const leftAloneMs = 62_000;
const nothingLeft = 0;
const couldNot = 2;

/** Whether the provider kept news to itself, which nothing but a comparison of the books can find. */
export function needsReconciliation({ faults }: Plan): boolean {
  return faults.some(({ kind }) => kind === 'webhooks-lost');
}

interface Reconciliation {
  /** Of payments. */
  environment: Record<string, string>;
  /** When news was kept back for the last time. Milliseconds since 1970. */
  lostUntil: number;
  patienceMs: number;
}

/**
 * Compares our books with the provider's, again and again, until nothing is left to be repaired. What is younger than a
 * minute is left to the next time, so that "nothing" means nothing only when the lost news is older.
 * @throws {Error} when it cannot be done.
 */
export async function reconcilePayments({ environment, lostUntil, patienceMs }: Reconciliation): Promise<void> {
  await delay(Math.max(0, lostUntil + leftAloneMs - Date.now()));
  for (const deadline = Date.now() + patienceMs; ; await delay(pauseMs)) {
    const status = await runOnce(environment);
    if (status === couldNot) throw new Error('The books could not be compared with the provider’s.');
    if (status === nothingLeft || Date.now() > deadline) return;
  }
}

async function runOnce(environment: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const [status] = await once(child, 'close');
  return status ?? couldNot;
}
