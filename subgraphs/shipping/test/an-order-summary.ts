/** What orders tell of an order that goes to Germany. */
export function anOrderSummary({ orderId, postalCode }: { orderId: string; postalCode: string }) {
  const money = { amountMinor: 100, currency: 'EUR' };
  return {
    orderId,
    orderNumber: 'S-1',
    customerId: orderId,
    contactEmail: null,
    locale: 'en',
    lines: [],
    subtotal: money,
    shippingPrice: money,
    taxTotal: money,
    total: money,
    shippingAddress: {
      name: 'A Customer',
      line1: 'Long Street 1',
      line2: null,
      city: 'Berlin',
      postalCode,
      region: null,
      countryCode: 'DE',
      phone: null,
    },
    shippingMethodName: 'Standard',
    weightGrams: 500,
  };
}
