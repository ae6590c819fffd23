import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import Stripe from 'stripe';

export const webhookSecret = 'whsec_0123456789abcdef';

interface Post {
  body: Buffer;
  signature: string;
}

/** An endpoint that notes what is posted to it, and answers as it is told. */
export class WebhookReceiver {
  readonly posts: Post[] = [];
  status = 200;
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const body = await buffer(request);
      this.posts.push({ body, signature: String(request.headers['stripe-signature']) });
      response.writeHead(this.status).end();
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks/stripe`;
  }

  /** The types of all events received, in the order of their arrival, each verified as the SDK does. */
  types(): string[] {
    return this.posts.map((post) => verified(post).type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** @throws when the signature does not fit the bytes. */
export function verified({ body, signature }: Post): Stripe.Event {
  return Stripe.webhooks.constructEvent(body, signature, webhookSecret);
}
