import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { RunningEmulator } from './start-emulator.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await RunningEmulator.start();
});
afterAll(() => emulator.stop());

function askingCardholder(params: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> {
  return emulator.stripe.paymentIntents.create({
    amount: 4_250,
    currency: 'eur',
    capture_method: 'manual',
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    allowed_payment_method_types: ['card'],
    ...params,
  });
}

function pageOf(intent: Stripe.PaymentIntent): string {
  return intent.next_action!.redirect_to_url!.url!;
}

async function answerPage(intent: Stripe.PaymentIntent, outcome: string): Promise<Response> {
  const body = new URLSearchParams({ client_secret: intent.client_secret!, outcome });
  return fetch(pageOf(intent), { method: 'POST', body, redirect: 'manual' });
}

test('shows the cardholder the amount and two buttons', async () => {
  const page = await fetch(pageOf(await askingCardholder()));
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('€42.50');
  expect(html).toContain('value="complete"');
  expect(html).toContain('value="fail"');
});

test('holds the money and goes back to the shop when the cardholder completes', async () => {
  const intent = await askingCardholder({ return_url: 'https://shop.example/orders/1?tab=pay' });
  const answer = await answerPage(intent, 'complete');
  const back = new URL(answer.headers.get('location')!);
  expect(answer.status).toBe(303);
  expect(back.origin + back.pathname).toBe('https://shop.example/orders/1');
  expect(Object.fromEntries(back.searchParams)).toEqual({
    tab: 'pay',
    payment_intent: intent.id,
    payment_intent_client_secret: intent.client_secret,
    redirect_status: 'succeeded',
  });
  expect(await emulator.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_capture',
    amount_capturable: 4_250,
    next_action: null,
  });
});

test('asks for another card when the cardholder fails', async () => {
  const intent = await askingCardholder({ return_url: 'https://shop.example/' });
  const answer = await answerPage(intent, 'fail');
  expect(answer.headers.get('location')).toContain('redirect_status=failed');
  expect(await emulator.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: { code: 'payment_intent_authentication_failure', type: 'invalid_request_error' },
  });
});

test('says so on a page of its own when there is no shop to go back to', async () => {
  const answer = await answerPage(await askingCardholder(), 'complete');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('The payment is approved');
});

test('decides once: a second click changes nothing', async () => {
  const intent = await askingCardholder();
  await answerPage(intent, 'complete');
  await answerPage(intent, 'fail');
  expect((await emulator.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
});

test('does not show a payment to who does not know its secret', async () => {
  const intent = await askingCardholder();
  const page = await fetch(pageOf(intent).replace(/_secret_\w+/, '_secret_guess'));
  expect(page.status).toBe(404);
  expect(await page.text()).not.toContain('42.50');
});

test('is moved on by a test without a browser', async () => {
  const completed = await askingCardholder({ capture_method: 'automatic' });
  expect(
    await emulator.ask('POST', `/payment_intents/${completed.id}/authentication`, { outcome: 'complete' }),
  ).toMatchObject({ id: completed.id, status: 'succeeded' });
  const again = await emulator.ask('POST', `/payment_intents/${completed.id}/authentication`, { outcome: 'fail' });
  expect(again).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
});

test('may still decline after the cardholder has completed', async () => {
  const intent = await askingCardholder({
    payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
  });
  await answerPage(intent, 'complete');
  expect(await emulator.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
  });
});
