import type { PlaceOrderInput, PlaceOrderMutation } from '@souk/schema/generated/graphql';
import type { Random } from '../random.js';
import type { Wish } from './correspondent.js';
import type { Shopper } from './shopper.js';

type OrderWish = Wish<NonNullable<PlaceOrderMutation['placeOrder']>, { input: PlaceOrderInput }>;

/** Orders that nobody waited to hear of: at the end half of them are asked for again, the others only looked at. */
export class AbsentWishes {
  private readonly wishes: { shopper: Shopper; wish: OrderWish }[] = [];

  add(shopper: Shopper, wish: OrderWish): void {
    this.wishes.push({ shopper, wish });
  }

  async askAgain(random: Random): Promise<void> {
    for (const { shopper, wish } of this.wishes.splice(0))
      if (random.chance(0.5)) await shopper.placeOrder(wish, 'CALM');
  }
}
