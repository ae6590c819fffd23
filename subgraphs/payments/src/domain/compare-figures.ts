import type { Difference } from './difference.js';
import type { OurBooks, ProviderBooks } from './payment-books.js';
import type { ProviderReport } from './provider-report.js';

/** One amount in minor units, as the provider, our row and our ledger have it; null: that side does not say. */
interface Figure {
  point: string;
  theirs: number | null;
  row: number;
  ledger: number | null;
}

/** In what both sides are alike already, so that their amounts have to be as well. */
export interface Alike {
  state: boolean;
  refunds: boolean;
}

/** Compares every amount of a payment in all the books that know it. */
export function compareFigures(ours: OurBooks, theirs: ProviderBooks, alike: Alike): Difference[] {
  const { currency } = ours.payment;
  const { reference } = theirs.payment;
  return figuresOf(ours, theirs, alike)
    .filter(({ row, ...others }) => [others.theirs, others.ledger].some((amount) => amount !== null && amount !== row))
    .map(({ point, row, ledger, ...figure }) => ({
      kind: 'AMOUNT_DIFFERS',
      subject: 'PAYMENT',
      reference,
      point,
      ours: ledger === null ? `${row} ${currency}` : `${row} ${currency}, in the ledger ${ledger}`,
      theirs: figure.theirs === null ? null : `${figure.theirs} ${theirs.payment.currency}`,
    }));
}

function figuresOf({ payment, ledger }: OurBooks, theirs: ProviderBooks, alike: Alike): Figure[] {
  const { report } = theirs.payment;
  const held = alike.state ? heldBy(report) : null;
  const taken = alike.state ? takenBy(report) : null;
  const givenBack = alike.refunds ? givenBackIn(theirs) : null;
  return [
    { point: 'amount', theirs: theirs.payment.amountMinor, row: payment.amountMinor, ledger: null },
    { point: 'authorized', theirs: held, row: payment.authorizedMinor, ledger: ledger.AUTHORIZED },
    { point: 'released', theirs: null, row: payment.releasedMinor, ledger: ledger.RELEASED },
    { point: 'captured', theirs: taken, row: payment.capturedMinor, ledger: ledger.CAPTURED },
    { point: 'refunded', theirs: givenBack, row: payment.refundedMinor, ledger: ledger.REFUNDED },
  ];
}

function heldBy(report: ProviderReport): number | null {
  return 'authorizedMinor' in report ? report.authorizedMinor : null;
}

function takenBy(report: ProviderReport): number | null {
  if (report.status === 'CAPTURED') return report.capturedMinor;
  return report.status === 'PROCESSING' ? null : 0;
}

function givenBackIn({ refunds }: ProviderBooks): number | null {
  if (!refunds) return null;
  const succeeded = refunds.filter(({ report }) => report.status === 'SUCCEEDED');
  return succeeded.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
