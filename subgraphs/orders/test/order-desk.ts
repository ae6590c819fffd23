import { answerTo } from '@souk/kit/asking';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { answerQuestions, eventually, type GraphqlAnswer, type TestSubgraph } from '@souk/kit/testing';
import { askFreezeQuote, type FrozenQuote } from '@souk/schema/questions/cart';
import { askStopShipment } from '@souk/schema/questions/shipping';
import type { z } from 'zod';
import { aQuote } from './builders/quote.js';
import { startTestOrders } from './start-test-orders.js';

type FreezeReply = z.infer<typeof askFreezeQuote.reply>;
type FreezeRequest = z.infer<typeof askFreezeQuote.request>;
type StopRequest = z.infer<typeof askStopShipment.request>;

const placeOrder = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    replayed
    order { id orderNumber status }
    userErrors { __typename code path ... on PriceChanged { newQuoteId } }
  }
}`;
const cancelOrder = `mutation ($input: CancelOrderInput!) {
  cancelOrder(input: $input) { replayed order { id status cancellation { code } } userErrors { code path } }
}`;

/** A running orders subgraph, beside which cart and shipping answer as a test tells them to. */
export class OrderDesk {
  /** What cart answers, by quote; a quote that is not named is frozen as {@link aQuote}. */
  readonly quotes = new Map<string, FreezeReply>();
  readonly freezeRequests: FreezeRequest[] = [];
  /** What shipping answers when a parcel is to be stopped. */
  stopShipment: (request: StopRequest) => Promise<boolean> = async () => true;

  private constructor(
    readonly orders: TestSubgraph,
    private stopAnswering: () => Promise<void>,
  ) {}

  static async open(): Promise<OrderDesk> {
    const desk = new OrderDesk(await startTestOrders(), async () => {});
    desk.startAnswering();
    return desk;
  }

  async close(): Promise<void> {
    await this.stopAnswering();
    await this.orders.stop();
  }

  /** Cart and shipping are away until {@link startAnswering}. */
  async silence(): Promise<void> {
    await this.stopAnswering();
  }

  startAnswering(): void {
    this.stopAnswering = answerQuestions(this.orders.running.parts, [
      answerTo(askFreezeQuote, async (request) => {
        this.freezeRequests.push(request);
        const frozen = { outcome: 'FROZEN', quote: aQuote({ quoteId: request.quoteId }) } as const;
        return this.quotes.get(request.quoteId) ?? frozen;
      }),
      answerTo(askStopShipment, async (request) => ({ stopped: await this.stopShipment(request) })),
    ]);
  }

  /** Freezes this quote when it is asked for. */
  sell(quote: FrozenQuote): void {
    this.quotes.set(quote.quoteId, { outcome: 'FROZEN', quote });
  }

  place(caller: Caller, more: object = {}): Promise<GraphqlAnswer> {
    return this.orders.send(caller, placeOrder, { input: { ...anOrderInput(), ...more } });
  }

  /** Places an order that nothing speaks against, and returns its id. */
  async placed(caller: Caller, more: object = {}): Promise<string> {
    const { data } = await this.place(caller, more);
    return data.placeOrder.order.id;
  }

  cancel(caller: Caller, orderId: string, idempotencyKey = newId()): Promise<GraphqlAnswer> {
    return this.orders.send(caller, cancelOrder, { input: { orderId, idempotencyKey } });
  }

  query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.orders.running.parts.orm.em.fork().execute<Row[]>(sql, params);
  }

  /** With the seconds that were left when its deadline was set, if that was less than one ago. */
  async sagaOf(orderId: string) {
    const [row] = await this.query<{ step: string; attempt: number; data: object; seconds: string | null }>(
      `select step, attempt, data, ceil(extract(epoch from deadline - now())) as seconds from saga_instance
       where order_id = ?`,
      [orderId],
    );
    if (!row) throw new Error(`Order ${orderId} has no saga.`);
    return { ...row, seconds: row.seconds === null ? null : Number(row.seconds) };
  }

  async stepOf(orderId: string): Promise<string> {
    return (await this.sagaOf(orderId)).step;
  }

  /** Waits until an order's process is at a step. */
  reaches(orderId: string, step: string): Promise<void> {
    return eventually(async () => {
      const present = await this.stepOf(orderId);
      if (present !== step) throw new Error(`The order is at ${present}, not at ${step}.`);
    });
  }

  /** Makes an order's deadline pass. */
  async passDeadline(orderId: string): Promise<void> {
    await this.query(`update saga_instance set deadline = now() - interval '1 second' where order_id = ?`, [orderId]);
  }

  async orderRow(orderId: string) {
    const [row] = await this.query<{
      status: string;
      payment: object | null;
      total_minor: string;
      cancellation: { code: string; message: string; lines: object[] } | null;
    }>('select * from orders where id = ?', [orderId]);
    return row;
  }

  /** What the order's history says, as `1 PENDING`. */
  async historyOf(orderId: string): Promise<string[]> {
    const rows = await this.query<{ line: string }>(
      `select sequence || ' ' || to_status as line from order_status_history where order_id = ? order by sequence`,
      [orderId],
    );
    return rows.map((row) => row.line);
  }

  /** What was published of an order, oldest first, status changes left out: `placed`, `payment-requested`. */
  async publishedOf(orderId: string): Promise<string[]> {
    const rows = await this.messagesOf(orderId);
    return rows.map(({ type }) => type.split('.')[2] ?? '').filter((occurrence) => occurrence !== 'status-changed');
  }

  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the message it looks for
  messagesOf(orderId: string): Promise<{ type: string; payload: any; event_version: number }[]> {
    return this.query('select type, payload, event_version from outbox where aggregate_id = ? order by event_version', [
      orderId,
    ]);
  }
}

export function anOrderInput() {
  return {
    quoteId: newId(),
    payment: { provider: 'STRIPE', token: 'pm_card_visa' },
    shippingAddress: {
      name: 'A Customer',
      line1: 'Main Street 1',
      city: 'Berlin',
      postalCode: '10115',
      countryCode: 'DE',
    },
    idempotencyKey: newId(),
  };
}
