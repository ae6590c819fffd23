const cart = 'cart { id version lines { variant { id } quantity } totalQuantity }';
const answer = `version replayed ${cart} userErrors { code path ... on CartVariantError { variantIds } }`;

/** The operations that clients of the cart send. */
export const operations = {
  cart: `{ ${cart} }`,
  add: `mutation ($input: AddCartLinesInput!) { answer: addCartLines(input: $input) { ${answer} } }`,
  change: `mutation ($input: ChangeCartLinesInput!) { answer: changeCartLines(input: $input) { ${answer} } }`,
  remove: `mutation ($input: RemoveCartLinesInput!) { answer: removeCartLines(input: $input) { ${answer} } }`,
  clear: `mutation ($input: ClearCartInput) { answer: clearCart(input: $input) { ${answer} } }`,
  quote: `query ($destination: QuoteDestinationInput!, $currency: CurrencyCode, $method: String) {
    cart { quote(destination: $destination, currency: $currency, shippingMethodCode: $method) {
      quote {
        id pricesIncludeTax expiresAt
        lines { variant { id } sku name quantity unitPrice { amountMinor } lineTotal { amountMinor } taxRateBasisPoints tax { amountMinor } }
        subtotal { amountMinor } taxTotal { amountMinor } total { amountMinor currency }
        shipping { methodCode name price { amountMinor } tax { amountMinor } minDays maxDays }
        availableShippingMethods { methodCode price { amountMinor } }
      }
      userErrors { code path ... on CartVariantError { variantIds } }
    } }
  }`,
};
