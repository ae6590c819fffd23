import { parseArgs } from 'node:util';

/** What the customer of the demo goes through. */
export interface Scenario {
  isGuest: boolean;
  /** What to search for; null when the last lamp is wanted, twice. */
  search: string | null;
  /** Stripe's token of a test card. */
  paymentToken: string;
  /** Whether the customer thinks better of it as soon as the money was taken. */
  cancels: boolean;
}

const usage = `Buys something in the running shop, and shows each status of the order the moment it comes.

  npm run demo                 a customer registers, buys and gets a parcel
  npm run demo -- --guest      a guest buys, and comes back through the link in the mail
  npm run demo -- --decline    the card is declined
  npm run demo -- --sold-out   two are wanted and one is left
  npm run demo -- --cancel     the customer cancels once it is paid
`;

/** Reads the command line; null when only help was wanted. @throws {Error} for an unknown option. */
export function readScenario(args: string[]): Scenario | null {
  const { values } = parseArgs({
    args,
    options: {
      guest: { type: 'boolean' },
      decline: { type: 'boolean' },
      'sold-out': { type: 'boolean' },
      cancel: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return null;
  }
  return {
    isGuest: values.guest ?? false,
    search: values['sold-out'] ? null : 'mug',
    paymentToken: values.decline ? 'pm_card_visa_chargeDeclined' : 'pm_card_visa',
    cancels: values.cancel ?? false,
  };
}
