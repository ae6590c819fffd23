import { z } from 'zod';

const ledgerSchema = z.object({
  intents: z.array(
    z.object({
      metadata: z.record(z.string(), z.string()),
      authorized: z.number(),
      captured: z.number(),
      released: z.number(),
      refunded: z.number(),
    }),
  ),
});

export type LedgerEntry = z.infer<typeof ledgerSchema>['intents'][number];

/** The payment provider's own books: what it holds, took, let go and gave back, in minor units, by order. */
export async function readProviderLedger(emulatorUrl: string): Promise<Map<string, LedgerEntry[]>> {
  const response = await fetch(`${emulatorUrl}/_emulator/ledger`);
  const { intents } = ledgerSchema.parse(await response.json());
  return Map.groupBy(intents, ({ metadata }) => metadata['orderId'] ?? '');
}
