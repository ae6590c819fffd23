/** The names of the keys. They share a hash tag, because merging works on two carts at once, on one shard. */
export class CartKeys {
  /** Owners whose carts are to be copied, by when. */
  readonly changed: string;

  constructor(private readonly prefix: string) {
    this.changed = `${prefix}{cart}:changed`;
  }

  cart(ownerId: string): string {
    return `${this.prefix}{cart}:${ownerId}`;
  }

  /** Says that a guest's cart went over into an account's, or that there is none to go. */
  merged(guestId: string): string {
    return `${this.prefix}{cart}:merged:${guestId}`;
  }
}
