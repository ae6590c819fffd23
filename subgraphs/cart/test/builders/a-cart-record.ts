import { newId } from '@souk/kit/domain';
import type { CartRecord } from '../../src/domain/cart-contents.js';

/** A cart as the store would tell of it. */
export function aCartRecord(more: Partial<CartRecord> = {}): CartRecord {
  return {
    cartId: newId(),
    ownerId: newId(),
    kind: 'CUSTOMER',
    channelId: 'default',
    version: 1,
    lines: [{ variantId: newId(), quantity: 1 }],
    expiresAt: new Date('2026-01-09T03:04:05Z'),
    requests: [],
    orders: [],
    absorbed: [],
    ...more,
  };
}
