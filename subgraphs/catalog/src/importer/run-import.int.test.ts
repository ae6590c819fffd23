import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestSubgraph } from '@souk/kit/testing';
import { published } from '../../test/send.js';
import { startTestCatalog } from '../../test/start-test-catalog.js';
import { type ImportOptions, readOptions } from './options.js';
import { runImport } from './run-import.js';

let catalog: TestSubgraph;
let folder: string;
let file: string;
let run = 0;

beforeAll(async () => {
  catalog = await startTestCatalog();
}, 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-import-'));
  run += 1;
  file = join(folder, `shop-${run}.csv`);
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => catalog.stop());

const header = 'id,title,price,category,stock';

/** Rows of a small shop; ids and SKUs differ from test to test. */
function rows(
  count: number,
  change: (index: number) => Partial<Record<'title' | 'price', string>> = () => ({}),
): string[] {
  return Array.from({ length: count }, (_, index) => {
    const { title = `Thing ${index}`, price = '12.50' } = change(index);
    return `R${run}-${index},${title},${price},Home > Things,3`;
  });
}

async function importFile(lines: string[], args: string[] = [], { stopAfter = Number.POSITIVE_INFINITY } = {}) {
  await writeFile(file, `${[header, ...lines].join('\n')}\n`);
  const options = readOptions([file, '--currency', 'EUR', '--warehouse', 'BER', ...args], folder) as ImportOptions;
  const stopping = new AbortController();
  const written: string[] = [];
  const terminal = {
    write: (text: string) => {
      if (written.push(text) > stopAfter) stopping.abort(new Error('stopped'));
    },
  };
  const work = { em: catalog.running.parts.orm.em, now: () => new Date() };
  const code = await runImport(work, options, { terminal, signal: stopping.signal }).catch(
    (error: Error) => error.message,
  );
  return { code, output: written.join('') };
}

async function contents() {
  const [row] = await catalog.running.parts.orm.em.fork().execute<Record<string, unknown>[]>(
    `select count(*)::int as count, md5(string_agg(p::text, '' order by p.id)) as products,
       (select md5(string_agg(o.id::text, '' order by o.id)) from outbox o) as messages
     from product p join import_record r on r.product_id = p.id where r.source = ?`,
    [`shop-${run}`],
  );
  return row;
}

async function productOf(externalId: string) {
  const [row] = await catalog.running.parts.orm.em
    .fork()
    .execute<{ id: string; title: string; slug: string; amount: number }[]>(
      `select p.id, p.title, p.slug, c.amount_minor::int as amount from import_record r join product p on p.id = r.product_id
     join price c on c.product_id = p.id where r.source = ? and r.external_id = ?`,
      [`shop-${run}`, externalId],
    );
  return row;
}

test('a file becomes products, and inventory is told of their stock', async () => {
  const { code, output } = await importFile(rows(3));
  expect(code).toBe(0);
  expect(output).toMatch(/3 created, in \d+\.\d s\./);
  const product = await productOf(`R${run}-1`);
  expect(product).toMatchObject({ title: 'Thing 1', amount: 1_250 });
  expect(await published(catalog, product?.id ?? '')).toEqual([
    {
      type: 'catalog.product.created.v1',
      data: {
        productId: product?.id,
        slug: product?.slug,
        variants: [
          { variantId: expect.any(String), sku: `R${run}-1`, initialStock: { warehouseCode: 'BER', quantity: 3 } },
        ],
      },
    },
  ]);
});

test('importing the same file again changes nothing', async () => {
  await importFile(rows(120));
  const before = await contents();
  const { code, output } = await importFile(rows(120));
  expect([code, output]).toEqual([0, expect.stringContaining('120 unchanged, in')]);
  expect(await contents()).toEqual(before);
});

test('changed rows change their products, and nothing else', async () => {
  await importFile(rows(60));
  const { output } = await importFile(rows(60, (index) => (index === 7 ? { title: 'Better Thing', price: '9' } : {})));
  expect(output).toContain('1 updated, 59 unchanged');
  const product = await productOf(`R${run}-7`);
  expect(product).toMatchObject({ title: 'Better Thing', amount: 900 });
  const types = (await published(catalog, product?.id ?? '')).map(({ type }) => type);
  expect(types).toEqual(['catalog.product.created.v1', 'catalog.product.updated.v1']);
});

test('an import that is stopped in the middle is finished by the next one', async () => {
  const stopped = await importFile(rows(170), [], { stopAfter: 2 });
  expect(stopped.code).toBe('stopped');
  const { count } = (await contents()) as { count: number };
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(170);
  const { output } = await importFile(rows(170));
  expect(output).toContain(`${170 - count} created, ${count} unchanged`);
});

test('two imports of one file at once make each product once', async () => {
  const lines = rows(110);
  const results = await Promise.all([importFile(lines), importFile(lines)]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(await contents()).toMatchObject({ count: 110 });
});

test('rows with mistakes are left out and told by row and column, in the summary and in a report', async () => {
  const lines = rows(60);
  lines[3] = `R${run}-3,,12.50,Home,3`;
  lines[10] = `R${run}-10,Thing,twelve,Home,3`;
  lines[20] = `R${run}-19,Again,1,Home,3`;
  lines[30] = `has blank ${run},Thing,1,Home,3`;
  lines[40] = `R${run}-40,${'x'.repeat(201)},1,Home,3`;
  lines[50] = 'too,few';
  lines.push('', ',,,,');
  const { code, output } = await importFile(lines);
  expect(code).toBe(0);
  expect(output).toContain('54 created, 6 with mistakes, 2 empty');
  const report = await readFile(file.replace('.csv', '.errors.csv'), 'utf8');
  expect(report.split('\n').sort()).toEqual([
    '',
    '12,"price","is not an amount: ""twelve"""',
    '22,"id","repeats the id of row 21"',
    '32,"","A SKU has 1 to 64 letters, digits, and . _ / - between them."',
    '42,"title","The title has 1 to 200 characters."',
    '5,"title","is empty"',
    '52,"","The row has 2 cells, the header has 5."',
    'row,column,problem',
  ]);
  expect(output).toContain('row 5, title: is empty');
});

test('a SKU that another product bears is refused, row by row', async () => {
  await importFile(rows(2));
  const { output } = await importFile([...rows(2), `NEW-${run},New,1,Home,1`], ['--source', 'another-shop']);
  expect(output).toContain('1 created, 2 with mistakes');
  expect(output).toContain(`Another variant bears the SKU "R${run}-0"`);
});

test('a rehearsal does everything and keeps nothing', async () => {
  const { code, output } = await importFile([...rows(3), `R${run}-x,,1,Home,1`], ['--dry-run']);
  expect(code).toBe(0);
  expect(output).toContain('3 created, 1 with mistakes');
  expect(output).toContain('nothing was kept');
  expect(await contents()).toMatchObject({ count: 0 });
});

test('a file of which nothing can be used ends with 1', async () => {
  expect((await importFile([`R${run}-0,,,,`])).code).toBe(1);
  expect((await importFile([])).code).toBe(1);
});

test.each([
  ['a mapping that is not there', ['--mapping', 'nothing'], 'no mapping file'],
  ['a mapping that does not fit', ['--mapping', 'marketplace-crawl'], 'columns that the file does not have'],
  ['a report that cannot be written', ['--report', '/nowhere/report.csv'], 'cannot be written'],
])('%s is told in a sentence', async (_what, args, problem) => {
  expect((await importFile([`R${run}-0,,1,Home,1`], args)).code).toContain(problem);
});

test('a file that is not there, is empty, or lacks a currency is told in a sentence', async () => {
  const work = { em: catalog.running.parts.orm.em, now: () => new Date() };
  const attempt = (args: string[]) =>
    runImport(work, readOptions(args, folder) as ImportOptions, {
      terminal: { write: () => undefined },
      signal: AbortSignal.timeout(9_000),
    });
  await expect(attempt(['nothing.csv'])).rejects.toThrow('There is no file');
  await expect(attempt([folder])).rejects.toThrow('There is no file');
  await writeFile(file, '');
  await expect(attempt([file])).rejects.toThrow('is empty');
  await writeFile(file, `id,title,price\n1,Mug,1\n`);
  await expect(attempt([file])).rejects.toThrow('--currency CODE');
  await expect(attempt([file, '--currency', 'EUR', '--stock', '1'])).rejects.toThrow('--stock needs --warehouse');
});
