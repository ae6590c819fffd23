import { formatMoney } from '@souk/kit/domain';
import type { Amount } from '../domain/message-content.js';
import type { Block, Total } from './layout/letter.js';
import type { OrderFacts, PostalAddress } from './order-facts.js';
import { wellFormedLocale } from './words/well-formed-locale.js';
import type { Labels } from './words/words.js';

/** What was bought, and what it costs in all. */
export function goodsOf(order: OrderFacts, labels: Labels): Block {
  return {
    kind: 'goods',
    columns: { name: labels.item, quantity: labels.quantity, amount: labels.amount },
    rows: order.lines.map(({ name, quantity, lineTotal }) => ({
      name,
      quantity,
      amount: amountIn(order, lineTotal),
    })),
    totals: totalsOf(order, labels),
  };
}

/** Where the parcel goes. */
export function addressOf({ shippingAddress }: OrderFacts, labels: Labels): Block {
  return { kind: 'address', title: labels.deliveryAddress, lines: addressLines(shippingAddress, labels.language) };
}

/** An amount as the buyer writes it. */
export function amountIn({ locale }: OrderFacts, amount: Amount): string {
  return formatMoney(amount, wellFormedLocale(locale));
}

function totalsOf(order: OrderFacts, labels: Labels): Total[] {
  const { subtotal, shippingPrice, taxTotal, total } = order;
  const isTaxAdded = subtotal.amountMinor + shippingPrice.amountMinor + taxTotal.amountMinor === total.amountMinor;
  const line = (label: string, amount: Amount, isSum = false) => ({ label, value: amountIn(order, amount), isSum });
  const tax = taxTotal.amountMinor === 0 ? [] : [line(isTaxAdded ? labels.tax : labels.taxIncluded, taxTotal)];
  return [
    line(labels.subtotal, subtotal),
    line(`${labels.shipping} (${order.shippingMethodName})`, shippingPrice),
    ...(isTaxAdded ? tax : []),
    line(labels.total, total, true),
    ...(isTaxAdded ? [] : tax),
  ];
}

function addressLines(address: PostalAddress, language: string): string[] {
  const { name, line1, line2, postalCode, city, region, countryCode } = address;
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(countryCode) ?? countryCode;
  const place = [postalCode, city, region].filter(Boolean).join(' ');
  return [name, line1, line2, place, country].filter((line): line is string => Boolean(line));
}
