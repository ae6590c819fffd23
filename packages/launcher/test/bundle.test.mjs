import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

const installed = fileURLToPath(new URL('../../../node_modules', import.meta.url));

let root;
let compile;
let bundleParts;

beforeEach(async (t) => {
  const checkout = temporaryCheckout(t, { hasPostgres: false });
  ({ root } = checkout);
  for (const name of ['esbuild', 'node'])
    fs.symlinkSync(path.join(installed, name), path.join(root, 'node_modules', name));
  ({ compile } = await importLauncher(checkout, 'compile.mjs'));
  ({ bundleParts } = await importLauncher(checkout, 'bundle/bundle-parts.mjs'));
  write('packages/kit/package.json', '{ "type": "module" }');
  write('packages/kit/src/greeting.ts', "export const greeting: string = 'Hello';\n");
  for (const name of ['cart', 'orders']) {
    write(`subgraphs/${name}/package.json`, '{ "type": "module" }');
    write(
      `subgraphs/${name}/src/main.ts`,
      `import { greeting } from '../../../../packages/kit/dist/src/greeting.js';
console.log(greeting, '${name}', import.meta.dirname);\n`,
    );
  }
  await compile();
});

test('a part runs from its bundle alone, and what it reads about where it lies is as before', async () => {
  const { programs } = await bundleParts();
  assert.deepEqual(Object.keys(programs), ['cart', 'orders']);
  for (const folder of ['packages/kit', 'subgraphs']) fs.rmSync(path.join(root, folder), { recursive: true });
  assert.equal(run(programs.orders), `Hello orders ${path.join(root, 'subgraphs/orders/dist/src')}\n`);
});

test('a CommonJS module that is imported late has all its names', async () => {
  write('packages/kit/node_modules/old/package.json', '{ "main": "old.js" }');
  write(
    'packages/kit/node_modules/old/old.js',
    "exports.Exporter = class Exporter {};\nObject.defineProperty(exports, '__esModule', { value: true });\n",
  );
  const late = path.join(root, 'packages/kit/node_modules/old/old.js');
  const main = `const old = await import('${late}');
console.log(Object.keys(old).sort().join(' '), new old.Exporter() instanceof old.default.Exporter);\n`;
  write('subgraphs/cart/src/main.ts', main);
  await compile();
  const { programs } = await bundleParts();
  assert.equal(run(programs.cart), 'Exporter __esModule default true\n');
});

test('a package that may be missing is missed where it is asked for, one that may not where the bundle is made', async () => {
  write('subgraphs/cart/src/main.ts', "console.log(await import('nowhere').catch(() => 'without'));\n");
  await compile();
  const { programs } = await bundleParts();
  assert.equal(run(programs.cart), 'without\n');
  write('subgraphs/cart/src/main.ts', "console.log(await import('nowhere'));\n");
  await compile();
  await assert.rejects(bundleParts(), /Could not resolve "nowhere"/);
});

test('a bundle is made again when a source has changed, and whoever runs from the one before keeps it', async () => {
  const before = await bundleParts();
  assert.equal(before.isNew, true);
  assert.deepEqual(await bundleParts(), { ...before, isNew: false });
  write('packages/kit/src/greeting.ts', "export const greeting = 'Good evening';\n");
  await compile();
  const after = await bundleParts();
  assert.equal(after.isNew, true);
  assert.match(run(after.programs.cart), /^Good evening cart/);
  assert.match(run(before.programs.cart), /^Hello cart/);
});

test('what no part stands on may change without a new bundle', async () => {
  write('e2e/package.json', '{ "type": "module" }');
  const { programs } = await bundleParts();
  write('e2e/src/journey.ts', 'export const steps = 1;\n');
  assert.equal((await compile()).compiled.length, 1);
  assert.deepEqual(await bundleParts(), { programs, isNew: false });
});

test('of the bundles that nobody used for long only some are kept', async () => {
  const bundles = path.join(root, '.local/cache/bundles');
  const yesterday = new Date(Date.now() - 86_400_000);
  for (let count = 1; count <= 9; count += 1) {
    fs.mkdirSync(path.join(bundles, `old-${count}`), { recursive: true });
    fs.utimesSync(path.join(bundles, `old-${count}`), yesterday, yesterday);
  }
  const { programs } = await bundleParts();
  assert.equal(fs.readdirSync(bundles).length, 8);
  assert.ok(fs.existsSync(programs.cart));
});

test('what cannot be bundled is named, and tried again next time', async () => {
  write('subgraphs/cart/src/main.ts', "import './absent.js';\n");
  await compile();
  for (let turn = 0; turn < 2; turn += 1) {
    await assert.rejects(bundleParts(), ({ message }) => {
      assert.match(message, /^The parts cannot be bundled\.\n.*Could not resolve "\.\/absent\.js"/s);
      return true;
    });
  }
});

function importLauncher({ sources }, file) {
  return import(pathToFileURL(path.join(sources, file)).href);
}

function run(program) {
  return execFileSync(process.execPath, [program], { encoding: 'utf8' });
}

function write(file, text) {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}
