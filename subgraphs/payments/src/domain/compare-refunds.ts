import type { Difference } from './difference.js';
import type { OurBooks } from './payment-books.js';
import type { ProviderRefund } from './provider-report.js';
import type { Refund } from './refund.js';

/** Compares the refunds of a payment one by one. @param theirs null where the provider was not asked for them. */
export function compareRefunds({ refunds }: OurBooks, theirs: readonly ProviderRefund[] | null): Difference[] {
  if (!theirs) return [];
  const isThere = (refund: Refund) => theirs.some((listed) => refund.isKnownAs(listed));
  return [
    ...theirs.flatMap((listed) =>
      compareRefund(
        refunds.find((refund) => refund.isKnownAs(listed)),
        listed,
      ),
    ),
    ...refunds.filter((refund) => refund.status !== 'FAILED' && !isThere(refund)).map(missingThere),
  ];
}

/** Compares one refund of the provider's with ours, if there is one: where there is none, only money that went counts. */
export function compareRefund(ours: Refund | undefined, theirs: ProviderRefund): Difference[] {
  if (!ours) return theirs.report.status === 'SUCCEEDED' ? [missingHere(theirs)] : [];
  const { reference } = theirs;
  const about = { subject: 'REFUND', reference } as const;
  const differences: Difference[] = [];
  if (ours.currency !== theirs.currency) {
    const sides = { ours: ours.currency, theirs: theirs.currency };
    differences.push({ kind: 'CURRENCY_DIFFERS', ...about, point: 'currency', ...sides });
  }
  if (ours.amountMinor !== theirs.amountMinor) {
    const sides = { ours: moneyOf(ours), theirs: moneyOf(theirs) };
    differences.push({ kind: 'AMOUNT_DIFFERS', ...about, point: 'amount', ...sides });
  }
  if (ours.status !== theirs.report.status) {
    const sides = { ours: ours.status, theirs: theirs.report.status };
    differences.push({ kind: 'STATE_DIFFERS', ...about, point: 'status', ...sides });
  }
  return differences;
}

function missingHere(listed: ProviderRefund): Difference {
  const theirs = `${listed.report.status} ${moneyOf(listed)}`;
  return { kind: 'MISSING_HERE', subject: 'REFUND', reference: listed.reference, point: 'refund', ours: null, theirs };
}

function missingThere(refund: Refund): Difference {
  const reference = refund.providerReference ?? refund.id;
  const ours = `${refund.status} ${moneyOf(refund)}`;
  return { kind: 'MISSING_THERE', subject: 'REFUND', reference, point: 'refund', ours, theirs: null };
}

function moneyOf({ amountMinor, currency }: { amountMinor: number; currency: string }): string {
  return `${amountMinor} ${currency}`;
}
