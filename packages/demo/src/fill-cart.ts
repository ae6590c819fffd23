import { AddCartLinesDocument, ProductBySlugDocument, SearchProductsDocument } from '@souk/schema/generated/graphql';
import type { Scenario } from './scenario.js';
import { tell } from './tell.js';
import { required, type Visitor } from './visit.js';

/** Finds something and puts it into the cart. */
export async function fillCart({ shop }: Visitor, { search }: Scenario): Promise<void> {
  const wish = search === null ? await lastLamp({ shop }) : await findInStock({ shop }, search);
  tell('found', `${wish.title}, ${wish.price}, ${wish.available} in stock`);
  const lines = [{ variantId: wish.variantId, quantity: 2 }];
  const { addCartLines } = await shop.run(AddCartLinesDocument, { input: { lines } });
  const cart = required(addCartLines?.cart, `a cart (${addCartLines?.userErrors[0]?.message})`);
  tell('cart', `${cart.totalQuantity} pieces, ${cart.subtotal?.formatted}`);
}

type Shop = Pick<Visitor, 'shop'>;

async function findInStock({ shop }: Shop, query: string) {
  const { searchProducts } = await shop.run(SearchProductsDocument, { query, first: 10 });
  tell('searched', `"${query}": ${searchProducts?.totalCount ?? 0} products`);
  const products = searchProducts?.nodes ?? [];
  const inStock = products.flatMap((product) =>
    product.variants
      .filter(({ availability, price }) => price && (availability?.available ?? 0) >= 2)
      .map((variant) => toWish(product.title, variant)),
  );
  return required(inStock[0], `anything called "${query}" that is in stock`);
}

async function lastLamp({ shop }: Shop) {
  const { product } = await shop.run(ProductBySlugDocument, { slug: 'last-one-lamp' });
  const variant = required(product?.variants[0], 'the last lamp (start the shop with --seed demo)');
  return toWish(product?.title ?? '', variant);
}

interface Variant {
  id: string;
  price?: { formatted: string } | null | undefined;
  availability?: { available: number } | null | undefined;
}

function toWish(title: string, { id, price, availability }: Variant) {
  return { variantId: id, title, price: price?.formatted ?? 'no price', available: availability?.available ?? 0 };
}
