/** Where the links in messages lead. */
export class Storefront {
  readonly home: string;

  constructor(url: string) {
    this.home = url.replace(/\/+$/, '');
  }

  /** For those who sign in. */
  orderUrl(orderNumber: string): string {
    return `${this.home}/orders/${encodeURIComponent(orderNumber)}`;
  }

  /** For guests: whoever has this link sees the order. */
  orderLinkUrl(secret: string): string {
    return `${this.home}/orders/link/${encodeURIComponent(secret)}`;
  }
}
