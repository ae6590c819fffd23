import { newId } from '@souk/kit/domain';
import { type Destination, isSamePlace } from './destination.js';

/** Money as it is stored. */
export interface Amount {
  amountMinor: number;
  currency: string;
}

/** A line as it was quoted; name and SKU are those of that moment. */
export interface QuoteLine {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: Amount;
  lineTotal: Amount;
  taxRateBasisPoints: number;
  tax: Amount;
}

/** A way in which the parcel can be sent. */
export interface ShippingMethod {
  methodCode: string;
  name: string;
  price: Amount;
  minDays: number;
  maxDays: number;
}

/** What a quote says, before it has an id and a time. */
export interface QuoteDraft {
  ownerId: string;
  cartId: string;
  cartVersion: number;
  channelId: string;
  currency: string;
  destination: Destination;
  lines: QuoteLine[];
  /** The chosen way. */
  shipping: ShippingMethod & { tax: Amount };
  /** Every way there is, cheapest first. */
  shippingMethods: ShippingMethod[];
  weightGrams: number;
  pricesIncludeTax: boolean;
  subtotalMinor: number;
  taxTotalMinor: number;
  totalMinor: number;
}

/** What a purchase was said to cost. Never changed; freezing it for an order is its only step. */
export class Quote implements QuoteDraft {
  readonly ownerId!: string;
  readonly cartId!: string;
  readonly cartVersion!: number;
  readonly channelId!: string;
  readonly currency!: string;
  readonly destination!: Destination;
  readonly lines!: QuoteLine[];
  readonly shipping!: ShippingMethod & { tax: Amount };
  readonly shippingMethods!: ShippingMethod[];
  readonly weightGrams!: number;
  readonly pricesIncludeTax!: boolean;
  readonly subtotalMinor!: number;
  readonly taxTotalMinor!: number;
  readonly totalMinor!: number;
  /** By the database's clock. */
  readonly expiresAt!: Date;
  readonly frozenAt: Date | null = null;
  /** Where the order goes that it was frozen for. */
  readonly frozenFor: Destination | null = null;

  /** Use {@link Quote.of}; public only because the object-relational mapper needs it. */
  constructor(readonly id: string) {}

  static of(draft: QuoteDraft): Quote {
    return Object.assign(new Quote(newId()), draft);
  }

  isFrozenFor(place: Destination): boolean {
    return this.frozenFor !== null && isSamePlace(this.frozenFor, place);
  }

  /** Whether the same lines would cost the same, sent in the same way. */
  costsAsMuchAs(draft: QuoteDraft): boolean {
    return JSON.stringify(figuresOf(this)) === JSON.stringify(figuresOf(draft));
  }
}

function figuresOf(quote: QuoteDraft): unknown {
  const { lines, shipping, pricesIncludeTax, currency, subtotalMinor, taxTotalMinor, totalMinor } = quote;
  const perLine = lines.map(({ variantId, quantity, unitPrice, taxRateBasisPoints, tax }) => [
    [variantId, quantity],
    [unitPrice.amountMinor, taxRateBasisPoints, tax.amountMinor],
  ]);
  const sending = [shipping.methodCode, shipping.price.amountMinor, shipping.tax.amountMinor];
  return [perLine, sending, pricesIncludeTax, currency, subtotalMinor, taxTotalMinor, totalMinor];
}
