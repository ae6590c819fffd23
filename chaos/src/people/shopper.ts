import { randomUUID } from 'node:crypto';
import { berlin } from '@souk/client/addresses';
import {
  AddCartLinesDocument,
  type AddCartLinesInput,
  BrowseProductsDocument,
  CancelOrderDocument,
  type CancelOrderInput,
  ChangeCartLinesDocument,
  type ChangeCartLinesInput,
  ClearCartDocument,
  OrderProgressDocument,
  type OrderProgressQuery,
  PlaceOrderDocument,
  type PlaceOrderInput,
  type PlaceOrderMutation,
  ProductBySlugDocument,
  QuoteCartDocument,
  RemoveCartLinesDocument,
  type RemoveCartLinesInput,
} from '@souk/schema/generated/graphql';
import type { Journal } from '../journal/journal.js';
import type { MutationPayload, Verdict } from './classify-answer.js';
import { Correspondent, type CorrespondentParts, type Wish } from './correspondent.js';
import { ownerOf } from './doors.js';
import { type Manner, sendInManner } from './manners.js';

type OrderPayload = NonNullable<PlaceOrderMutation['placeOrder']>;
export type OrderProgress = NonNullable<OrderProgressQuery['order']>;

/** Somebody who shops: a customer or a guest, with a cart of their own. */
export class Shopper {
  readonly correspondent: Correspondent;
  /** Whether things lie in the cart that an order did not take with it. */
  hasLeftovers = false;
  private isNamed = false;

  constructor(readonly parts: CorrespondentParts & { journal: Journal }) {
    this.correspondent = new Correspondent(parts);
  }

  get name(): string {
    return this.parts.person;
  }

  /** Comes in, and writes down who the shop takes them for. */
  async arrive(): Promise<boolean> {
    const shop = await this.parts.door.enter().catch((error: Error) => {
      this.parts.figures.count(`arriving: ${error.name}`);
      return null;
    });
    if (!shop) return false;
    if (!this.isNamed) await this.parts.journal.identity({ person: this.name, ownerId: ownerOf(shop) });
    this.isNamed = true;
    return true;
  }

  async browse(slug: string): Promise<void> {
    await this.correspondent.read(BrowseProductsDocument, { first: 10 });
    await this.correspondent.read(ProductBySlugDocument, { slug });
  }

  addLines(lines: AddCartLinesInput['lines'], manner: Manner) {
    return this.changeCart('addCartLines', AddCartLinesDocument, { lines, idempotencyKey: randomUUID() }, manner);
  }

  changeLines(lines: ChangeCartLinesInput['lines'], manner: Manner) {
    return this.changeCart('changeCartLines', ChangeCartLinesDocument, { lines, idempotencyKey: randomUUID() }, manner);
  }

  removeLines(variantIds: RemoveCartLinesInput['variantIds'], manner: Manner) {
    const input = { variantIds, idempotencyKey: randomUUID() };
    return this.changeCart('removeCartLines', RemoveCartLinesDocument, input, manner);
  }

  clearCart(manner: Manner) {
    return this.changeCart('clearCart', ClearCartDocument, { idempotencyKey: randomUUID() }, manner);
  }

  /** Asks what the cart costs; null when that could not be had. There is no id when nothing in it can be bought. */
  async takeQuote(): Promise<{ id: string | undefined } | null> {
    const { countryCode, postalCode } = berlin;
    const data = await this.correspondent.read(QuoteCartDocument, { destination: { countryCode, postalCode } });
    return data && { id: data.cart?.quote?.quote?.id };
  }

  /** What is wanted of `placeOrder`. The address to write to is the wish's own, so that its order can be told. */
  orderWish(
    quoteId: string,
    token: string,
    key: string = randomUUID(),
    mark = key,
  ): Wish<OrderPayload, { input: PlaceOrderInput }> {
    const input = {
      quoteId,
      payment: { provider: 'STRIPE' as const, token },
      shippingAddress: berlin,
      contactEmail: `${mark}@chaos.example`,
      idempotencyKey: key,
    };
    return {
      id: randomUUID(),
      operation: 'placeOrder',
      yields: 'order',
      key,
      document: PlaceOrderDocument,
      variables: { input },
    };
  }

  async placeOrder(
    wish: Wish<OrderPayload, { input: PlaceOrderInput }>,
    manner: Manner,
  ): Promise<Verdict<OrderPayload>> {
    const verdict = await sendInManner(this.parts, this.correspondent, wish, manner);
    if (verdict.outcome === 'ACKNOWLEDGED') this.parts.figures.ordersPlaced += 1;
    return verdict;
  }

  cancel(orderId: string, manner: Manner) {
    const input: CancelOrderInput = { orderId, idempotencyKey: randomUUID() };
    const wish = { id: randomUUID(), operation: 'cancelOrder', key: input.idempotencyKey, variables: { input } };
    return sendInManner(
      this.parts,
      this.correspondent,
      { ...wish, yields: 'order', document: CancelOrderDocument },
      manner,
    );
  }

  async progressOf(orderId: string): Promise<OrderProgress | null> {
    return (await this.correspondent.read(OrderProgressDocument, { id: orderId }))?.order ?? null;
  }

  private changeCart<Payload extends MutationPayload & { cart?: unknown }, Input extends { idempotencyKey: string }>(
    operation: string,
    document: Wish<Payload, { input: Input }>['document'],
    input: Input,
    manner: Manner,
  ): Promise<Verdict<Payload>> {
    const wish = {
      id: randomUUID(),
      operation,
      yields: 'cart' as const,
      key: input.idempotencyKey,
      document,
      variables: { input },
    };
    return sendInManner(this.parts, this.correspondent, wish, manner);
  }
}
