import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { delimiterOf, openRows, type Row } from './read-rows.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string) {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  const source = await openRows(file, { sizeBytes: Buffer.byteLength(content) });
  const rows: Row[] = [];
  for await (const row of source.rows) rows.push(row);
  return { header: source.header, rows: rows.map(plain), progress: source.progress() };
}

function plain(row: Row): unknown {
  if ('cells' in row) return [row.number, ...row.cells.values()];
  return 'problem' in row ? [row.number, row.problem] : [row.number, 'blank'];
}

test('rows are counted as a spreadsheet does, whatever lines they take', async () => {
  const { header, rows, progress } = await read('\uFEFFa, b\r\n1,"two\nlines"\r\n\r\n,\r\n3,"say ""four"""\r\n');
  expect(header).toEqual(['a', 'b']);
  expect(rows).toEqual([
    [2, '1', 'two\nlines'],
    [3, 'blank'],
    [4, 'blank'],
    [5, '3', 'say "four"'],
  ]);
  expect(progress).toBe(1);
});

test('a row with too few or too many cells is told, and the others are read', async () => {
  expect((await read('a,b\n1\n2,3,4\n5,6\n')).rows).toEqual([
    [2, 'The row has 1 cells, the header has 2.'],
    [3, 'The row has 3 cells, the header has 2.'],
    [4, '5', '6'],
  ]);
});

test('stray quotation marks are part of the text', async () => {
  expect((await read('a,b\n1,x"y\n2,"in" out\n3,z\n')).rows).toEqual([
    [2, '1', 'x"y'],
    [3, '2', '"in" out'],
    [4, '3', 'z'],
  ]);
});

test('a quotation mark that is never closed is told with its row', async () => {
  expect((await read('a,b\n1,2\n3,"open\n5,6\n')).rows).toEqual([
    [2, '1', '2'],
    [3, 'A quotation mark is never closed; what follows could not be read.'],
  ]);
});

test('a file with a header alone has no rows, and an empty file no header', async () => {
  expect(await read('a,b\n')).toMatchObject({ header: ['a', 'b'], rows: [] });
  expect(await read('')).toMatchObject({ header: [], rows: [], progress: 1 });
});

test.each([
  ['a;b;c', ';'],
  ['a\tb', '\t'],
  ['"a;b;c;d",e,f', ','],
  ['alone', ','],
])('in the header %j cells are parted by %j', (line, delimiter) => {
  expect(delimiterOf(line)).toBe(delimiter);
});
