import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

let root;
let compile;

beforeEach(async (t) => {
  const checkout = temporaryCheckout(t, { hasPostgres: false });
  root = checkout.root;
  ({ compile } = await import(pathToFileURL(path.join(checkout.sources, 'compile.mjs')).href));
  write('packages/kit/package.json', '{ "type": "module" }');
  write('packages/kit/src/domain/money.ts', 'export const zero: number = 0;\n');
  write('packages/kit/src/domain/money.test.ts', 'export {};\n');
  write('packages/kit/src/ambient.d.ts', 'declare const x: number;\n');
  write('packages/kit/node_modules/other/index.ts', 'export {};\n');
});

test('sources go to dist with a source map; tests, declarations and installed packages do not', async () => {
  assert.deepEqual(await compile(), { compiled: ['packages/kit/src/domain/money.ts'], removed: [] });
  const output = read('packages/kit/dist/src/domain/money.js');
  assert.match(output, /export const zero = 0;\n\/\/# sourceMappingURL=money\.js\.map/);
  assert.deepEqual(JSON.parse(read('packages/kit/dist/src/domain/money.js.map')).sources, [
    '../../../src/domain/money.ts',
  ]);
  assert.deepEqual(fs.readdirSync(path.join(root, 'packages/kit/dist/src')), ['domain']);
});

test('only what changed is compiled again, and a file that was merely touched is not', async () => {
  write('packages/kit/src/domain/clock.ts', 'export const now = 1;\n');
  assert.equal((await compile()).compiled.length, 2);
  assert.deepEqual(await compile(), { compiled: [], removed: [] });
  fs.utimesSync(path.join(root, 'packages/kit/src/domain/money.ts'), new Date(), new Date());
  assert.deepEqual((await compile()).compiled, []);
  write('packages/kit/src/domain/money.ts', 'export const zero: bigint = 0n;\n');
  assert.deepEqual((await compile()).compiled, ['packages/kit/src/domain/money.ts']);
  assert.match(read('packages/kit/dist/src/domain/money.js'), /0n/);
});

test('the output of a source that is gone disappears; a missing output is made again', async () => {
  await compile();
  fs.rmSync(path.join(root, 'packages/kit/dist/src/domain/money.js'));
  assert.deepEqual((await compile()).compiled, ['packages/kit/src/domain/money.ts']);
  fs.rmSync(path.join(root, 'packages/kit/src/domain/money.ts'));
  assert.deepEqual((await compile()).removed.sort(), [
    'packages/kit/dist/src/domain/money.js',
    'packages/kit/dist/src/domain/money.js.map',
  ]);
});

test('other compiler settings compile everything again', async () => {
  await compile();
  const settings = JSON.parse(read('.swcrc'));
  write('.swcrc', JSON.stringify({ ...settings, jsc: { ...settings.jsc, target: 'es2022' } }));
  assert.equal((await compile()).compiled.length, 1);
});

test('an error names its file, and the file is tried again next time', async () => {
  write('packages/kit/src/domain/broken.ts', 'export const = ;\n');
  await assert.rejects(compile(), (error) =>
    /packages\/kit\/src\/domain\/broken\.ts does not compile/.test(error.errors[0].message),
  );
  assert.ok(fs.existsSync(path.join(root, 'packages/kit/dist/src/domain/money.js')));
  await assert.rejects(compile());
  write('packages/kit/src/domain/broken.ts', 'export const mended = true;\n');
  assert.deepEqual((await compile()).compiled, ['packages/kit/src/domain/broken.ts']);
});

function write(file, text) {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

function read(file) {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
