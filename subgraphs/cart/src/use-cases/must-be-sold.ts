import type { Ask } from '@souk/kit/asking';
import { askVariants } from '@souk/schema/questions/catalog';
import { VariantNotFoundError } from '../domain/cart.errors.js';
import type { CartLine } from '../domain/cart-contents.js';
import { defaultChannel, defaultCurrency } from '../domain/defaults.js';

/** @throws {VariantNotFoundError} that names what catalog does not sell. @throws {PublicError} SERVICE_UNAVAILABLE */
export async function mustBeSold(ask: Ask, lines: readonly CartLine[]): Promise<void> {
  const wanted = lines.filter(({ quantity }) => quantity > 0).map(({ variantId }) => variantId);
  if (wanted.length === 0) return;
  const question = { variantIds: wanted, currency: defaultCurrency, channelId: defaultChannel };
  const { variants } = await ask(askVariants, question);
  const sold = new Set(variants.filter(({ isActive }) => isActive).map(({ variantId }) => variantId));
  const unknown = wanted.filter((variantId) => !sold.has(variantId));
  if (unknown.length > 0) throw new VariantNotFoundError(unknown);
}
