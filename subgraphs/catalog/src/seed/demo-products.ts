import type { Attribute } from '../domain/product-details.js';
import type { NewProduct } from '../use-cases/add-products.js';
import type { DepartmentPlan, ShelfPlan } from './demo-plan.js';
import { colours, demoVariants } from './demo-variants.js';
import { deskAndPlayDepartments } from './departments/desk-and-play.js';
import { houseDepartments } from './departments/house.js';
import { outdoorDepartments } from './departments/outdoors.js';
import { wardrobeDepartments } from './departments/wardrobe.js';
import { choiceOf, idOf } from './deterministic.js';

/** A product of the demo and the way to the shelf it stands on. */
export interface DemoProduct {
  id: string;
  shelf: readonly string[];
  /** Made only when it is needed: at most starts every product is there. */
  draft: () => NewProduct;
}

/** Where a product of the demo stands: on its shelf, and among all. */
interface Place {
  round: number;
  sku: string;
  position: number;
}

const departments = [...houseDepartments, ...wardrobeDepartments, ...outdoorDepartments, ...deskAndPlayDepartments];
const productsPerShelf = 30;
const firstDay = Date.UTC(2025, 0, 6, 8);
const minutesBetweenProducts = 340;

/** Thirty names of series; stepping by seven meets each of them once. */
const series = [
  'Harbour',
  'Cove',
  'Ridge',
  'Heron',
  'Tidal',
  'Quarry',
  'Meadow',
  'Ember',
  'Saffron',
  'Pebble',
  'Marsh',
  'Drift',
  'Orchard',
  'Lantern',
  'Summit',
  'Canyon',
  'Delta',
  'Aurora',
  'Monsoon',
  'Solstice',
  'Equinox',
  'Zephyr',
  'Mistral',
  'Fjord',
  'Tundra',
  'Prairie',
  'Lagoon',
  'Atoll',
  'Dune',
  'Glacier',
] as const;
const countries = ['Portugal', 'Germany', 'Japan', 'Italy', 'Denmark', 'India', 'Morocco', 'France'] as const;
const openings = ['Made for', 'Just right for', 'Built with care for', 'A quiet companion for'] as const;
const promises = [
  'It grows more beautiful with use.',
  'Every part can be replaced.',
  'It comes in a box without plastic.',
  'It is made in small batches.',
  'It carries a guarantee of five years.',
] as const;

/** Every product of the demo, always the same ones. Shelves take turns, so that what is newest is a bit of everything. */
export function demoProducts(): DemoProduct[] {
  const shelves = departments.flatMap((department) => department.shelves.map((plan) => ({ department, plan })));
  return Array.from({ length: productsPerShelf }).flatMap((_, round) =>
    shelves.map(({ department, plan }, index) =>
      demoProduct(department, plan, {
        round,
        sku: skuOf(department, index, round),
        position: round * shelves.length + index,
      }),
    ),
  );
}

function demoProduct(department: DepartmentPlan, plan: ShelfPlan, place: Place): DemoProduct {
  const key = `${department.name}/${plan.name}/${place.round}`;
  const id = idOf(key);
  return {
    id,
    shelf: [department.name, plan.name],
    draft: () => ({ ...draftOf(department, plan, { key, ...place }), id }),
  };
}

function draftOf(
  { brands }: DepartmentPlan,
  plan: ShelfPlan,
  { key, round, sku, position }: Place & { key: string },
): NewProduct {
  const things = Object.entries(plan.things);
  const [noun, materials] = things[round % things.length] ?? ['', []];
  const material = choiceOf(materials, `${key} material`);
  const title = `${seriesOf(plan, round)} ${material} ${noun}`;
  const brand = choiceOf(brands, `${key} brand`);
  return {
    title,
    description: descriptionOf(plan, { key, noun, material, brand }),
    brand,
    categoryIds: [],
    taxClassCode: 'standard',
    images: [
      { url: `https://images.souk.example/products/${idOf(key)}/1.jpg`, alt: title },
      { url: `https://images.souk.example/products/${idOf(key)}/2.jpg`, alt: `${title}, seen from the side` },
    ],
    attributes: attributesOf(plan, key, material),
    variants: demoVariants(plan, { key, sku }),
    createdAt: new Date(firstDay + position * minutesBetweenProducts * 60_000),
  };
}

function seriesOf({ name }: ShelfPlan, round: number): string {
  const start = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return series[(start + round * 7) % series.length] ?? '';
}

function skuOf({ name }: DepartmentPlan, shelfIndex: number, round: number): string {
  const padded = (number: number, digits: number) => String(number).padStart(digits, '0');
  return `${name.slice(0, 3).toUpperCase()}${padded(shelfIndex + 1, 2)}-${padded(round + 1, 3)}`;
}

function descriptionOf(
  { purposes }: ShelfPlan,
  { key, noun, material, brand }: { key: string; noun: string; material: string; brand: string },
): string {
  const purpose = choiceOf(purposes, `${key} purpose`);
  return [
    `${choiceOf(openings, `${key} opening`)} ${purpose}: ${noun.toLowerCase()} by ${brand}, in ${material.toLowerCase()}.`,
    choiceOf(promises, `${key} promise`),
  ].join(' ');
}

function attributesOf({ hasColour }: ShelfPlan, key: string, material: string): Attribute[] {
  const colour = { name: 'Colour', value: choiceOf(colours, `${key} only colour`) };
  return [
    { name: 'Material', value: material },
    ...(hasColour ? [colour] : []),
    { name: 'Made in', value: choiceOf(countries, `${key} country`) },
  ];
}
