/** A shop's goods as linked objects, made up and the same in every run. A field with arguments is a function of them. */
export interface Product {
  id: string;
  name: string;
  slug: string;
  weightGrams: number;
  price: Money;
  images: { url: string; width: number; height: number; alt: string }[];
  variants: { sku: string; name: string; price: Money; attributes: { name: string; value: string }[] }[];
  seller: User;
  stock: number;
  deliveryCostMinor: number;
  averageRating: number;
  reviews(args: { first: number }): Review[];
}

export interface Review {
  id: string;
  rating: number;
  title: string;
  postedAt: string;
  author: User;
}

export interface User {
  id: string;
  name: string;
  country: string;
}

interface Money {
  amountMinor: number;
  currency: string;
}

const countries = ['AT', 'BE', 'DK', 'ES', 'FI', 'FR', 'IE', 'IT', 'NL', 'SE'];
const things = ['Mug', 'Lamp', 'Chair', 'Blanket', 'Backpack', 'Teapot', 'Cushion'];
const sizes = ['small', 'medium', 'large'];
const materials = ['oak', 'linen', 'wool', 'steel', 'clay'];

const users = listOf(
  40,
  (index): User => ({
    id: `u${index}`,
    name: `Customer Number ${index}`,
    country: pick(countries, index),
  }),
);
const products = listOf(60, toProduct);

/** What one asks for at the root. */
export const shop = {
  products: ({ first, skip }: { first: number; skip: number }) => products.slice(skip, skip + first),
  product: ({ id }: { id: string }) => productOf(id),
};

/** @throws {Error} when there is none of this id. */
export function productOf(id: string): Product {
  return required(products.find((product) => product.id === id));
}

/** @throws {Error} when there is none of this id. */
export function userOf(id: string): User {
  return required(users.find((user) => user.id === id));
}

/** What sending so many grams costs, in minor units. */
export function deliveryCostMinor(weightGrams: number): number {
  return 390 + Math.ceil(weightGrams / 10);
}

function toProduct(index: number): Product {
  const name = `${pick(materials, index)} ${pick(things, index)} No. ${index}`;
  const weightGrams = 200 + index * 15;
  const price = { amountMinor: 1_290 + index * 100, currency: 'EUR' };
  const reviews = listOf(8, (position) => toReview(index, position));
  return {
    id: `p${index}`,
    name,
    slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    weightGrams,
    price,
    images: listOf(2, (side) => ({
      url: `https://img.example/p${index}-${side}.webp`,
      width: 960,
      height: 720,
      alt: name,
    })),
    variants: sizes.map((size, position) => toVariant(index, size, position)),
    seller: pick(users, index * 3),
    stock: 7 + index,
    deliveryCostMinor: deliveryCostMinor(weightGrams),
    averageRating: 3.5 + (index % 3) / 2,
    reviews: ({ first }) => reviews.slice(0, first),
  };
}

function toVariant(product: number, size: string, position: number): Product['variants'][number] {
  return {
    sku: `P${product}-${size.toUpperCase()}`,
    name: size,
    price: { amountMinor: 1_290 + product * 100 + position * 400, currency: 'EUR' },
    attributes: [
      { name: 'material', value: pick(materials, product) },
      { name: 'height', value: `${20 + position * 10} cm` },
      { name: 'care', value: 'by hand' },
    ],
  };
}

function toReview(product: number, position: number): Review {
  return {
    id: `r${product}-${position}`,
    rating: 3 + ((product + position) % 3),
    title: `What I think of it, part ${position}`,
    postedAt: `2025-0${1 + (position % 8)}-15T09:30:00.000Z`,
    author: pick(users, product + position * 7),
  };
}

function listOf<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return required(items[index % items.length]);
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such thing in the shop of this bench.');
  return value;
}
