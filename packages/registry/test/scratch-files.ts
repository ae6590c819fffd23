/** A house with one room: all that a check reads, as compiled code and as people write it. */
const graph = `import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';

class Product {}
Field(() => ID, { description: 'Its id.' })(Product.prototype, 'id');
Field(() => String, { description: 'What it is called.' })(Product.prototype, 'name');
Field(() => Int, { description: 'What it weighs.' })(Product.prototype, 'weightGrams');
Directive('@key(fields: "id")')(Product);
ObjectType('Product', { description: 'Something that is sold.' })(Product);

class ProductResolver {}
const product = Query(() => Product, { nullable: true, description: 'What is sold.' });
product(ProductResolver.prototype, 'product', { value: () => null });
Resolver()(ProductResolver);

export const graph = { resolvers: [ProductResolver], userErrorCodes: [] };
`;

const contract = `import { defineEvent } from '@souk/kit/contracts';
import { z } from 'zod';

export const soldV1 = defineEvent('shop.product.sold.v1', {
  schema: z.object({ productId: z.uuid() }),
  consumers: [],
  description: 'Somebody bought it.',
});
`;

const id = '019ec3f0-0000-7000-8000-000000000001';
const message = {
  specversion: '1.0',
  id,
  type: 'shop.product.sold.v1',
  source: '/souk/shop',
  subject: id,
  time: '2026-01-02T03:04:05.000Z',
  aggregateversion: 1,
  correlationid: id,
  data: { productId: id },
};

export const graphFile = 'subgraphs/shop/dist/src/graphql/graph.js';
const contractFile = 'schema/dist/events/shop.js';

/** The files by their paths. */
export const scratchFiles: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules\n.local\ndist\n',
  'package.json': '{ "type": "module" }\n',
  [graphFile]: graph,
  'schema/events/shop.ts': contract,
  [contractFile]: contract,
  'schema/questions/none.ts': '',
  'schema/dist/questions/none.js': '',
  'schema/operations/demo/weight.graphql': 'query Weight {\n  product {\n    weightGrams\n  }\n}\n',
  'schema/operations/web/1.4.0.json': '{\n  "1": "query Product { product { name } }"\n}\n',
  'schema/samples/shop.product.sold.v1.json': JSON.stringify(message),
};

const weightField = /Field.*weightGrams'\);\n/;

/** What breaks the promise of a field that the demo asks for. */
export const withoutWeight: Readonly<Record<string, string>> = { [graphFile]: graph.replace(weightField, '') };

/** What breaks the promise of an event, before anything is generated anew. */
export const withoutSold: Readonly<Record<string, string>> = { 'schema/events/shop.ts': '', [contractFile]: '' };

/** What breaks nothing. */
export const anOperation: Readonly<Record<string, string>> = {
  'schema/operations/demo/name.graphql': 'query Name { product { name } }\n',
};
