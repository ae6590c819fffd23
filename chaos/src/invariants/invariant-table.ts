import { auditLogIsWhole } from './audit-log-is-whole.js';
import { cartsKeepWhatWasAdded } from './carts-keep-what-was-added.js';
import { eventsAllArrive } from './events-all-arrive.js';
import type { Invariant } from './invariant.js';
import { noDeadlocks } from './no-deadlocks.js';
import { oneMailPerStep } from './one-mail-per-step.js';
import { ordersComeToAnEnd } from './orders-come-to-an-end.js';
import { processesLiveAndKeepSecrets } from './processes-live-and-keep-secrets.js';
import { providerLedgerAgrees } from './provider-ledger-agrees.js';
import { recoversInTime } from './recovers-in-time.js';
import { stockBalances } from './stock-balances.js';
import { subscribersSeeEveryChange } from './subscribers-see-every-change.js';
import { versionsInOrder } from './versions-in-order.js';
import { wishesHaveOneEffect } from './wishes-have-one-effect.js';

/** What must hold after every run. I9 (coupons and points) is left out until the shop has any. */
export const invariants: readonly Invariant[] = [
  stockBalances,
  providerLedgerAgrees,
  wishesHaveOneEffect,
  ordersComeToAnEnd,
  eventsAllArrive,
  versionsInOrder,
  oneMailPerStep,
  subscribersSeeEveryChange,
  cartsKeepWhatWasAdded,
  auditLogIsWhole,
  processesLiveAndKeepSecrets,
  recoversInTime,
  noDeadlocks,
];
