import { continueFrom } from '@souk/kit/observability';
import { type EntityManager, inTransaction, isDatabaseAway } from '@souk/kit/persistence';
import { canFollow } from '../domain/can-follow.js';
import { compareBooks } from '../domain/compare-books.js';
import { type Difference, isSame } from '../domain/difference.js';
import type { Payment } from '../domain/payment.js';
import type { OurBooks, ProviderBooks } from '../domain/payment-books.js';
import { chooseListed, findListed } from '../persistence/find-for-reconciliation.js';
import { isBeingAskedAbout, readBooks } from '../persistence/read-books.js';
import { applyRefund, applyReport } from './apply-report.js';
import { originOfLatestCall } from './origin-of-latest-call.js';
import type { ProviderWork } from './reconciliation-work.js';

/** What a closer look at one payment found. */
export interface Examination {
  paymentId: string | null;
  repaired: Difference[];
  /** What waits for somebody; null while the payment is too young or on the move, so that nobody can say. */
  open: Difference[] | null;
}

interface View {
  ours: OurBooks | null;
  theirs: ProviderBooks | null;
  differences: Difference[];
  /** Whether one side may have moved while the other was read, or will by itself. */
  isMoving: boolean;
}

/**
 * Compares one payment with all that the provider keeps of it, and lets the provider's news have the effect that its
 * events would have had. What still differs then cannot be explained.
 * @param until what is younger may not have been told yet
 */
export async function examinePayment(work: ProviderWork, reference: string, until: Date): Promise<Examination> {
  const first = await view(work, reference, until);
  const paymentId = first.ours?.payment.id ?? null;
  if (first.differences.length === 0) return { paymentId, repaired: [], open: [] };
  if (first.isMoving) return { paymentId, repaired: [], open: null };
  const { ours, theirs } = first;
  if (work.isDryRun || !ours || !theirs) return { paymentId, repaired: [], open: first.differences };
  await repair(work, ours.payment, theirs);
  const second = await view(work, reference, until);
  const isLeft = (difference: Difference) => second.differences.some((left) => isSame(left, difference));
  const repaired = first.differences.filter((difference) => !isLeft(difference));
  return { paymentId, repaired, open: second.isMoving && second.differences.length > 0 ? null : second.differences };
}

/** Reads both sides; ours before and after theirs, because neither waits for the other. */
async function view({ em, name, provider }: ProviderWork, reference: string, until: Date): Promise<View> {
  const [before] = await findListed(em.fork(), name, [{ reference, paymentId: null }]);
  const theirs = await provider.open(reference);
  const ours = await readOurs(em.fork(), name, { reference, paymentId: theirs?.payment.paymentId ?? null });
  const hasMoved = before !== undefined && before.version !== ours?.payment.version;
  const isAsked = ours !== null && (await isBeingAskedAbout(em.fork(), ours.payment.id));
  const isMoving = hasMoved || isAsked || (theirs !== null && isYoungerThan(until, theirs));
  return { ours, theirs, isMoving, differences: compareBooks(ours, theirs) };
}

async function readOurs(
  em: EntityManager,
  name: string,
  listed: { reference: string; paymentId: string | null },
): Promise<OurBooks | null> {
  const payment = chooseListed(await findListed(em, name, [listed]), listed);
  const [books] = payment ? await readBooks(em, [payment.id]) : [];
  return books ?? null;
}

function isYoungerThan(until: Date, { payment, refunds }: ProviderBooks): boolean {
  return [payment, ...(refunds ?? [])].some(({ createdAt }) => createdAt >= until);
}

/** Each piece of news has its effect or none, as if the provider had sent it. */
async function repair(work: ProviderWork, ours: Payment, { payment, refunds }: ProviderBooks): Promise<void> {
  const { em, name, now } = work;
  const { report } = payment;
  const origin = await originOfLatestCall(em.fork(), ours.id);
  const follow = async () => {
    if (canFollow(ours, report)) {
      await attempt(work, ours.id, (transaction) =>
        applyReport(transaction, ours.id, { report, isFresh: true }, now()),
      );
    }
    for (const refund of refunds ?? []) {
      await attempt(work, ours.id, (transaction) => applyRefund(transaction, ours.id, refund, now()));
    }
  };
  await (origin ? continueFrom(origin, { name: `${name} reconciliation` }, follow) : follow());
}

/** What the rules refuse stays different, and is reported as that. */
async function attempt(
  { em, logger }: ProviderWork,
  paymentId: string,
  apply: (em: EntityManager) => Promise<unknown>,
): Promise<void> {
  try {
    await inTransaction(em, apply);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    logger.warn({ err: error, paymentId }, "A provider's news cannot be what happened to this payment.");
  }
}
