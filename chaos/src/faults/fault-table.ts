import {
  cutConnection,
  delayConnection,
  loseAnswers,
  loseQuestions,
  refuseConnection,
  stallConnection,
  truncateMessage,
} from './break-connection.js';
import { duplicateEvent } from './duplicate-event.js';
import { exhaustDatabase } from './exhaust-database.js';
import type { FaultKind } from './fault-kind.js';
import { fillStore } from './fill-store.js';
import { freezeProcess } from './freeze-process.js';
import { freezeServer } from './freeze-server.js';
import { handBackMessages } from './hand-back-messages.js';
import { hitFaultPoint } from './hit-fault-point.js';
import { killProcess } from './kill-process.js';
import { killServer } from './kill-server.js';
import { moveClock } from './move-clock.js';
import { brokenMessage, poisonEvent, unknownVersion } from './poison-event.js';
import { reorderEvents } from './reorder-events.js';
import { rush } from './rush.js';
import { slowSubscriber } from './slow-subscriber.js';
import { stopProcess } from './stop-process.js';
import {
  carrierFails,
  mailRefused,
  providerFailsAfter,
  providerFailsBefore,
  providerSlow,
  providerTimeout,
  webhooksForged,
  webhooksLate,
  webhooksLost,
  webhooksReordered,
  webhooksTwice,
} from './trouble-outside.js';
import { webhookStorm } from './webhook-storm.js';
import { wrongClock } from './wrong-clock.js';

/** What can happen to PostgreSQL, NATS and Redis as a whole. One of them happens in every twenty seconds. */
export const serverFaults = {
  'kill-server': killServer,
  'freeze-server': freezeServer,
} satisfies Record<string, FaultKind>;

/** What has a place of its own in a plan, where every point has its turn. */
export const pointFaults = { 'fault-point': hitFaultPoint } satisfies Record<string, FaultKind>;

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
  'duplicate-event': duplicateEvent,
  'reorder-events': reorderEvents,
  'hand-back-messages': handBackMessages,
  'poison-event': poisonEvent,
  'unknown-version': unknownVersion,
  'broken-message': brokenMessage,
  'fill-store': fillStore,
  'exhaust-database': exhaustDatabase,
  'move-clock': moveClock,
  'wrong-clock': wrongClock,
  'slow-subscriber': slowSubscriber,
  rush,
  'provider-timeout': providerTimeout,
  'provider-fails-after': providerFailsAfter,
  'provider-fails-before': providerFailsBefore,
  'provider-slow': providerSlow,
  'webhooks-twice': webhooksTwice,
  'webhooks-late': webhooksLate,
  'webhooks-reordered': webhooksReordered,
  'webhooks-lost': webhooksLost,
  'webhooks-forged': webhooksForged,
  'webhook-storm': webhookStorm,
  'carrier-fails': carrierFails,
  'mail-refused': mailRefused,
} satisfies Record<string, FaultKind>;

export type OtherKind = keyof typeof otherFaults;

export const otherKinds = Object.keys(otherFaults) as OtherKind[];

const faultTable: Readonly<Record<string, FaultKind>> = { ...serverFaults, ...pointFaults, ...otherFaults };

export const faultNames: readonly string[] = Object.keys(faultTable);

/** @throws {Error} when there is no such kind. */
export function faultKind(name: string): FaultKind {
  const kind = faultTable[name];
  if (kind) return kind;
  throw new Error(`There is no kind of fault ${name}; there are ${faultNames.join(', ')}.`);
}
