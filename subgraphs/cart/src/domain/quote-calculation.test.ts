import { expect, test } from '@jest/globals';
import { Money } from '@souk/kit/domain';
import fc from 'fast-check';
import { calculateQuote, type QuoteItem } from './quote-calculation.js';
import type { TaxTable } from './tax-table.js';

const destination = { countryCode: 'DE', region: null, postalCode: null };
const euros = (amountMinor: number) => Money.of(amountMinor, 'EUR');

function tableOf(pricesIncludeTax: boolean, rates: Record<string, number>): TaxTable {
  return {
    pricesIncludeTax,
    rates: Object.entries(rates).map(([taxClassCode, rateBasisPoints]) => ({
      ...{ countryCode: null, region: null, taxClassCode, rateBasisPoints },
    })),
  };
}

function anItem(amountMinor: number, quantity: number, taxClassCode = 'standard'): QuoteItem {
  const names = { variantId: 'variant', productId: 'product', sku: 'SKU', name: 'A thing' };
  return { ...names, quantity, unitPrice: euros(amountMinor), taxClassCode, weightGrams: 1 };
}

function calculate(items: QuoteItem[], shippingMinor: number, table: TaxTable) {
  const offer = { methodCode: 'standard', name: 'Standard', taxClassCode: 'standard', minDays: 1, maxDays: 2 };
  const shipping = { ...offer, price: euros(shippingMinor) };
  return calculateQuote({ items, shipping, destination, currency: 'EUR' }, table);
}

test('where prices contain the tax, it is told but not added', () => {
  const quote = calculate(
    [anItem(1_190, 2), anItem(1_070, 1, 'reduced')],
    595,
    tableOf(true, { standard: 1_900, reduced: 700 }),
  );
  expect(quote.lines.map((line) => [line.lineTotal, line.taxRateBasisPoints, line.tax])).toEqual([
    [euros(2_380), 1_900, euros(380)],
    [euros(1_070), 700, euros(70)],
  ]);
  expect(quote).toMatchObject({
    pricesIncludeTax: true,
    subtotal: euros(3_450),
    shippingTax: euros(95),
    taxTotal: euros(545),
    total: euros(4_045),
  });
});

test('where prices do not contain the tax, it comes on top, also on shipping', () => {
  const quote = calculate([anItem(1_000, 3)], 500, tableOf(false, { standard: 725 }));
  expect(quote).toMatchObject({
    pricesIncludeTax: false,
    subtotal: euros(3_000),
    shippingTax: euros(36),
    taxTotal: euros(254),
    total: euros(3_754),
  });
});

test('tax is rounded per line, not per unit, and half away from zero', () => {
  const [line] = calculate([anItem(10, 3)], 0, tableOf(false, { standard: 500 })).lines;
  expect(line?.tax).toEqual(euros(2));
  const two = calculate([anItem(10, 1), anItem(10, 1)], 0, tableOf(false, { standard: 500 }));
  expect(two.taxTotal).toEqual(euros(2));
});

test('what is not taxed costs what it costs', () => {
  const quote = calculate([anItem(999, 7, 'zero')], 0, tableOf(false, { standard: 1_900, zero: 0 }));
  expect(quote).toMatchObject({ taxTotal: euros(0), total: euros(6_993) });
});

test.each([true, false])('what costs nothing, sent for nothing, is not taxed; prices include tax: %p', (isIncluded) => {
  const quote = calculate([anItem(0, 3)], 0, tableOf(isIncluded, { standard: 1_900 }));
  expect(quote.lines).toMatchObject([{ lineTotal: euros(0), taxRateBasisPoints: 1_900, tax: euros(0) }]);
  expect(quote).toMatchObject({ subtotal: euros(0), shippingTax: euros(0), taxTotal: euros(0), total: euros(0) });
});

test('whatever is bought, the parts make the whole, and included tax never changes what is to be paid', () => {
  const someItem = fc
    .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 999 }))
    .map(([amountMinor, quantity]) => anItem(amountMinor, quantity));
  const someRate = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      fc.array(someItem, { maxLength: 20 }),
      fc.nat(100_000),
      someRate,
      fc.boolean(),
      (items, shipping, rate, isIncluded) => {
        const quote = calculate(items, shipping, tableOf(isIncluded, { standard: rate }));
        const taxes = [...quote.lines.map((line) => line.tax), quote.shippingTax];
        expect(quote.taxTotal).toEqual(Money.sum(taxes, 'EUR'));
        expect(quote.subtotal).toEqual(
          Money.sum(
            quote.lines.map((line) => line.lineTotal),
            'EUR',
          ),
        );
        const withoutTax = quote.subtotal.plus(euros(shipping));
        expect(quote.total).toEqual(isIncluded ? withoutTax : withoutTax.plus(quote.taxTotal));
      },
    ),
  );
});
