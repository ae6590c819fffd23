import { anonymous } from '@souk/kit/identity';
import type { TestSubgraph } from '@souk/kit/testing';
import { aProduct, aVariant, type ProductOfTest } from './builders/a-product.js';
import { createCategory, createProduct } from './send.js';
import { startTestCatalog } from './start-test-catalog.js';

/** A catalog with a few products of different kinds, the last of them the newest, for tests of searching. */
export async function startShop(): Promise<TestSubgraph> {
  const catalog = await startTestCatalog();
  const home = await createCategory(catalog, 'Home');
  const lighting = await createCategory(catalog, 'Lighting', home.id);
  const kitchen = await createCategory(catalog, 'Kitchen', home.id);
  const office = await createCategory(catalog, 'Office');
  for (const product of shop({ lighting: lighting.id, kitchen: kitchen.id, office: office.id })) {
    await createProduct(catalog, product);
  }
  return catalog;
}

interface Shelves {
  lighting: string;
  kitchen: string;
  office: string;
}

function shop({ lighting, kitchen, office }: Shelves): ProductOfTest[] {
  return [
    thing('Brass Desk Lamp', {
      euros: 89,
      brand: 'Candela',
      shelf: lighting,
      material: 'Brass',
      colours: ['Black', 'White'],
    }),
    thing('Paper Floor Lamp', { euros: 45, brand: 'Candela', shelf: lighting, material: 'Paper', colours: ['White'] }),
    thing('Stoneware Mug', {
      euros: 12,
      brand: 'Aldermoor',
      shelf: kitchen,
      material: 'Stoneware',
      colours: ['Blue', 'Black'],
    }),
    thing('Enamel Mug', { euros: 9, brand: 'Onda', shelf: kitchen, material: 'Enamel', colours: ['Blue'] }),
    thing('Café Crème Cup', { euros: 15, brand: 'Onda', shelf: kitchen, material: 'Porcelain', colours: ['White'] }),
    thing('Running Shoes', { euros: 120, brand: 'Pacer', shelf: office, material: 'Mesh', colours: ['Red'] }),
    thing('Mechanical Keyboard', {
      euros: 150,
      brand: 'Kiteway',
      shelf: office,
      material: 'Aluminium',
      colours: ['Black'],
      description: 'Stands well beside a lamp.',
    }),
    aProduct({ title: 'Thing without a Price', variants: [aVariant({ prices: [] })] }),
  ];
}

interface Thing {
  euros: number;
  brand: string;
  shelf: string;
  material: string;
  colours: string[];
  description?: string;
}

function thing(title: string, { euros, brand, shelf, material, colours, description = '' }: Thing): ProductOfTest {
  const prices = [{ currency: 'EUR', amountMinor: euros * 100 }];
  return aProduct({
    title,
    brand,
    description,
    categoryIds: [shelf],
    attributes: [{ name: 'Material', value: material }],
    variants: colours.map((value) => aVariant({ options: [{ name: 'Colour', value }], prices })),
  });
}

export const search = `query ($query: String, $filter: ProductSearchInput, $sort: ProductSort! = RELEVANCE, $first: Int, $after: String) {
  searchProducts(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount correctedQuery nodes { title } pageInfo { hasNextPage endCursor }
    facets {
      brands { value count } categories { category { slug } count }
      prices { from { amountMinor } below { amountMinor } count } attributes { name values { value count } }
    }
  }
}`;

/** Searches without a token. @throws {Error} when the answer has errors. */
export async function find(catalog: TestSubgraph, variables: Record<string, unknown>) {
  const { data, errors } = await catalog.send(anonymous, search, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return {
    ...data.searchProducts,
    titles: data.searchProducts.nodes.map((node: { title: string }) => node.title) as string[],
  };
}
