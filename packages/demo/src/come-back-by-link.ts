import { setTimeout as delay } from 'node:timers/promises';
import { OpenOrderLinkDocument, WatchOrderDocument } from '@souk/schema/generated/graphql';
import { z } from 'zod';
import { tell } from './tell.js';
import { required, type Visitor } from './visit.js';

const patienceMs = 15_000;
const listSchema = z.object({ messages: z.array(z.object({ id: z.string(), subject: z.string() })) });
const messageSchema = z.object({ text: z.string() });

/** Reads the mail that the guest got, and opens the link to the order in it. */
export async function comeBackByLink({ shop, email }: Visitor, inboxUrl: string): Promise<void> {
  const secret = await secretFromMail(inboxUrl, email);
  const { openOrderLink } = await shop.run(OpenOrderLinkDocument, { secret });
  const token = required(openOrderLink?.accessToken, 'a token for the link');
  const bearer = shop.as(token);
  const orderId = required(openOrderLink?.orderId, 'an order for the link');
  for await (const { orderStatusChanged } of bearer.subscribe(WatchOrderDocument, { orderId, afterSequence: 0 })) {
    tell('by link', `order ${orderStatusChanged.order.orderNumber} is ${orderStatusChanged.order.status}`);
    break;
  }
  await bearer.close();
}

async function secretFromMail(inboxUrl: string, email: string): Promise<string> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(100)) {
    const { messages } = listSchema.parse(await getJson(`${inboxUrl}/api/messages?to=${encodeURIComponent(email)}`));
    for (const { id, subject } of messages) {
      const { text } = messageSchema.parse(await getJson(`${inboxUrl}/api/messages/${id}`));
      const secret = /\/orders\/link\/([\w-]+)/.exec(text)?.[1];
      if (!secret) continue;
      tell('mail', `"${subject}" with a link to the order`);
      return secret;
    }
  }
  throw new Error(`No mail with a link came to ${email} within ${patienceMs / 1_000} seconds.`);
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.json();
}
