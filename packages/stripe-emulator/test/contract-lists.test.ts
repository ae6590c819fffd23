import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { providers } from './providers.js';
import { refusalOf } from './refusal-of.js';

const price = { amount: 2_000, currency: 'usd' } as const;
const byCard = { ...price, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;
const paid = { ...byCard, confirm: true, payment_method: 'pm_card_visa' };
const held = { ...paid, capture_method: 'manual' } as const;

describe.each(providers)('a list through the SDK, $name', ({ start }) => {
  let stripe: Stripe;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ stripe, stop } = await start());
  });
  afterAll(() => stop());

  const create = () => stripe.paymentIntents.create(byCard);

  test('lists intents newest first, page by page', async () => {
    const since = (await create()).created;
    const made = [await create(), await create(), await create()].map((intent) => intent.id).reverse();
    const first = await stripe.paymentIntents.list({ created: { gte: since }, limit: 2 });
    const second = await stripe.paymentIntents.list({ created: { gte: since }, limit: 2, starting_after: made[1]! });
    expect(first.has_more).toBe(true);
    expect([...first.data, ...second.data].map((intent) => intent.id).slice(0, 3)).toEqual(made);
  });

  test('lists what was begun in a window, whose start belongs to it and whose end does not', async () => {
    const { id, created } = await create();
    const idsIn = async (window: Stripe.RangeQueryParam) => {
      const { data } = await stripe.paymentIntents.list({ created: window, limit: 100 });
      return data.map((intent) => intent.id);
    };
    expect(await idsIn({ gte: created, lt: created + 1 })).toContain(id);
    expect(await idsIn({ gte: created - 1, lt: created })).not.toContain(id);
    expect(await idsIn({ gt: created })).not.toContain(id);
  });

  test('lists refunds in the same way, over all payments, and says of each which it is of', async () => {
    const intent = await stripe.paymentIntents.create(paid);
    const made: Stripe.Refund[] = [];
    for (let count = 0; count < 3; count += 1) {
      made.unshift(await stripe.refunds.create({ payment_intent: intent.id, amount: 100 }));
    }
    const created = { gte: made.at(-1)!.created, lt: made[0]!.created + 1 };
    const first = await stripe.refunds.list({ created, limit: 2 });
    const second = await stripe.refunds.list({ created, limit: 2, starting_after: made[1]!.id });
    expect(first.has_more).toBe(true);
    expect([...first.data, ...second.data].slice(0, 3).map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(first.data[0]).toMatchObject({ payment_intent: intent.id, currency: 'usd', status: 'succeeded' });
    expect((await stripe.refunds.list({ created: { lt: created.gte }, limit: 100 })).data).not.toContainEqual(
      expect.objectContaining({ id: made[0]!.id }),
    );
  });

  test('is read to the end by the SDK, page after page, with what hangs on each thing', async () => {
    const since = (await create()).created;
    const made = [];
    for (let count = 0; count < 4; count += 1) made.unshift((await stripe.paymentIntents.create(held)).id);
    const read: Stripe.PaymentIntent[] = [];
    const page = { created: { gte: since }, limit: 3, expand: ['data.latest_charge'] };
    for await (const intent of stripe.paymentIntents.list(page)) read.push(intent);
    expect(read.map(({ id }) => id).slice(0, 4)).toEqual(made);
    expect(read[0]!.latest_charge).toMatchObject({ paid: true, captured: false, amount: 2_000 });
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  });

  test('knows no page after a thing that does not exist, and no page of none or too many', async () => {
    const lost = await refusalOf(stripe.paymentIntents.list({ starting_after: 'pi_nobody' }));
    expect(lost).toMatchObject({ type: 'StripeInvalidRequestError', code: 'resource_missing' });
    const tooMany = await refusalOf(stripe.refunds.list({ limit: 101 }));
    expect(tooMany).toMatchObject({ type: 'StripeInvalidRequestError', param: 'limit' });
  });
});
