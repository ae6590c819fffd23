import {
  cutConnection,
  delayConnection,
  loseAnswers,
  loseQuestions,
  refuseConnection,
  stallConnection,
  truncateMessage,
} from './break-connection.js';
import type { FaultKind } from './fault-kind.js';
import { freezeProcess } from './freeze-process.js';
import { freezeServer } from './freeze-server.js';
import { killProcess } from './kill-process.js';
import { killServer } from './kill-server.js';
import { stopProcess } from './stop-process.js';

/** What can happen to PostgreSQL, NATS and Redis as a whole. One of them happens in every twenty seconds. */
export const serverFaults = {
  'kill-server': killServer,
  'freeze-server': freezeServer,
} satisfies Record<string, FaultKind>;

/** Everything else that can go wrong. */
export const otherFaults = {
  'kill-process': killProcess,
  'stop-process': stopProcess,
  'freeze-process': freezeProcess,
  'cut-connection': cutConnection,
  'refuse-connection': refuseConnection,
  'stall-connection': stallConnection,
  'lose-answers': loseAnswers,
  'lose-questions': loseQuestions,
  'delay-connection': delayConnection,
  'truncate-message': truncateMessage,
} satisfies Record<string, FaultKind>;

const faultTable: Readonly<Record<string, FaultKind>> = { ...serverFaults, ...otherFaults };

/** @throws {Error} when there is no such kind. */
export function faultKind(name: string): FaultKind {
  const kind = faultTable[name];
  if (kind) return kind;
  throw new Error(`There is no kind of fault ${name}; there are ${Object.keys(faultTable).join(', ')}.`);
}
