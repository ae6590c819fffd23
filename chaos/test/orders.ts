import { newId } from '@souk/kit/domain';
import { aggregate, type TestShop } from './test-shop.js';

export interface TestOrder {
  id?: string;
  /** Each status it has had, oldest first. */
  history?: string[];
  lines?: { variantId: string; quantity: number }[];
  totalMinor?: number;
  email?: string;
  /** Why it was cancelled, where its history ends so; by its customer unless told otherwise. */
  cancelledFor?: string;
  step?: string;
  /** Until the deadline of its step. */
  seconds?: number | null;
}

/** Writes an order with its history and its process, lawful unless the test says otherwise. Returns its id. */
export async function writeOrder(shop: TestShop, order: TestOrder = {}): Promise<string> {
  const { id = newId(), history = ['PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'] } = order;
  await shop.atOnce('orders', async () => {
    await shop.insert('orders', 'orders', rowOf(id, order, history));
    for (const [index, status] of history.entries()) {
      const change = { sequence: index + 1, from_status: history[index - 1] ?? null, to_status: status };
      await shop.insert('orders', 'order_status_history', { order_id: id, ...change, at: new Date() });
    }
    const { step = 'DONE', seconds = null } = order;
    const deadline = seconds === null ? null : new Date(Date.now() + seconds * 1_000);
    await shop.insert('orders', 'saga_instance', { order_id: id, step, deadline, attempt: 1, data: {} });
  });
  return id;
}

function rowOf(id: string, { lines, totalMinor = 1_000, email, cancelledFor }: TestOrder, history: readonly string[]) {
  const status = history.at(-1);
  return {
    ...aggregate(id),
    order_number: id,
    customer_id: newId(),
    is_guest: false,
    contact_email: email ?? `${id}@chaos.example`,
    locale: 'en',
    quote_id: newId(),
    currency: 'EUR',
    status,
    sequence: history.length,
    lines: lines ?? [{ variantId: newId(), quantity: 1 }],
    subtotal_minor: totalMinor,
    shipping_minor: 0,
    tax_minor: 0,
    total_minor: totalMinor,
    prices_include_tax: true,
    weight_grams: 1,
    shipping_method_code: 'standard',
    shipping_method_name: 'Standard',
    shipping_address: {},
    payment: { provider: 'STRIPE', token: 'pm_card_visa' },
    cancellation: status === 'CANCELLED' ? { code: cancelledFor ?? 'BY_CUSTOMER', message: '', lines: [] } : null,
    placed_at: new Date(),
  };
}
