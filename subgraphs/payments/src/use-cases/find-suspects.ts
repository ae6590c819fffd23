import { compareBooks } from '../domain/compare-books.js';
import { compareRefund } from '../domain/compare-refunds.js';
import type { ProviderPayment, ProviderRefund } from '../domain/provider-report.js';
import type { RoundWindow } from '../domain/reconciliation-round.js';
import { chooseListed, findListed, ourPayments, ourRefunds } from '../persistence/find-for-reconciliation.js';
import { readBooks } from '../persistence/read-books.js';
import { findOpenReferences } from '../persistence/reconciliation-differences.js';
import { inPages } from './in-pages.js';
import type { ProviderWork } from './reconciliation-work.js';

/** What a provider lists of a window and what stands out in it. */
export interface Suspects {
  /** Payments whose books may differ, by the provider's name for them. */
  references: Set<string>;
  paymentsCompared: number;
  refundsCompared: number;
}

const pageSize = 100;
/** Of what is open from earlier rounds, so many payments are looked at again in each. */
const againAtOnce = 200;

/**
 * Goes through all that a provider and we have of a window, and names the payments that need a closer look: the two sides
 * are read one after the other, so what differs here may only have moved in between.
 */
export async function findSuspects(work: ProviderWork, window: RoundWindow): Promise<Suspects> {
  const references = new Set(await findOpenReferences(work.em, work.name, againAtOnce));
  const payments = await comparePayments(work, window, references);
  const refunds = await compareRefunds(work, window, references);
  for await (const page of ourPayments(work.em, work.name, window)) suspectUnlisted(page, payments, references);
  for await (const page of ourRefunds(work.em, work.name, window)) suspectUnlisted(page, refunds, references);
  return { references, paymentsCompared: payments.size, refundsCompared: refunds.size };
}

/** Returns what was listed. */
async function comparePayments(work: ProviderWork, window: RoundWindow, suspects: Set<string>): Promise<Set<string>> {
  const listed = new Set<string>();
  for await (const page of inPages(work.provider.listPayments(window), pageSize)) {
    await work.stillHere();
    for (const { reference } of page) listed.add(reference);
    for (const reference of await differentPayments(work, page)) suspects.add(reference);
  }
  return listed;
}

async function differentPayments({ em: parent, name }: ProviderWork, page: ProviderPayment[]): Promise<string[]> {
  const em = parent.fork();
  const payments = await findListed(em, name, page);
  const books = await readBooks(
    em,
    payments.map(({ id }) => id),
  );
  const isDifferent = (listed: ProviderPayment) => {
    const ours = chooseListed(payments, listed);
    const kept = books.find(({ payment }) => payment === ours);
    return compareBooks(kept ?? null, { payment: listed, refunds: null }).length > 0;
  };
  return page.filter(isDifferent).map(({ reference }) => reference);
}

/** Returns what was listed. */
async function compareRefunds(work: ProviderWork, window: RoundWindow, suspects: Set<string>): Promise<Set<string>> {
  const listed = new Set<string>();
  for await (const page of inPages(work.provider.listRefunds(window), pageSize)) {
    await work.stillHere();
    for (const { reference } of page) listed.add(reference);
    for (const reference of await paymentsOfDifferent(work, page)) suspects.add(reference);
  }
  return listed;
}

/** Money that was given back of what is no payment of ours concerns nobody. */
async function paymentsOfDifferent({ em: parent, name }: ProviderWork, page: ProviderRefund[]): Promise<string[]> {
  const em = parent.fork();
  const payments = await findListed(
    em,
    name,
    page.map(({ paymentReference }) => ({ reference: paymentReference, paymentId: null })),
  );
  const books = await readBooks(
    em,
    payments.map(({ id }) => id),
  );
  const isDifferent = (listed: ProviderRefund) => {
    const kept = books.find(({ payment }) => payment.providerReference === listed.paymentReference);
    const ours = kept?.refunds.find((refund) => refund.isKnownAs(listed));
    return kept !== undefined && compareRefund(ours, listed).length > 0;
  };
  return page.filter(isDifferent).map(({ paymentReference }) => paymentReference);
}

function suspectUnlisted(
  page: { paymentReference: string; reference: string }[],
  listed: Set<string>,
  suspects: Set<string>,
): void {
  for (const { paymentReference, reference } of page) if (!listed.has(reference)) suspects.add(paymentReference);
}
