import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { checkoutFolder } from '@souk/launcher/harness';
import type { Plan } from '../plan/plan.js';

const program = path.join(checkoutFolder, 'subgraphs/payments/dist/src/reconcile.js');
const pauseMs = 5_000;
const nothingLeft = 0;
const couldNot = 2;

/** Whether the provider kept news to itself, which nothing but a comparison of the books can find. */
export function needsReconciliation({ faults }: Plan): boolean {
  return faults.some(({ kind }) => kind === 'webhooks-lost');
}

/**
 * Compares our books with the provider's, again and again, until nothing is left to be repaired: what is younger than a
 * minute is left to the next time.
 * @param environment of payments.
 * @throws {Error} when it cannot be done.
 */
export async function reconcilePayments(environment: Record<string, string>, patienceMs: number): Promise<void> {
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
