import { askVariants } from '@souk/schema/questions/catalog';
import type { StockLowContent } from '../domain/message-content.js';
import { stockLow } from '../templates/stock-low.template.js';
import type { AddressedLetter, Desk } from './desk.js';
import { UndeliverableError } from './mailer.js';

/** Tells staff which goods run out. @throws {UndeliverableError} when no address of staff is configured any more. */
export async function composeStockAlarm(content: StockLowContent, desk: Desk): Promise<AddressedLetter> {
  const { staffEmail } = desk;
  if (!staffEmail) throw new UndeliverableError('No address of staff is configured.');
  const item = await nameOf(content.variantId, desk);
  return { to: { name: '', address: staffEmail }, letter: stockLow(content, item) };
}

/** What a variant is called. Prices are not wanted, so that any currency will do. */
async function nameOf(variantId: string, { ask }: Desk): Promise<string> {
  const { variants } = await ask(askVariants, { variantIds: [variantId], currency: 'EUR', channelId: 'default' });
  const [variant] = variants;
  return variant ? `${variant.name} (${variant.sku})` : variantId;
}
