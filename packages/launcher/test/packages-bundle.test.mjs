import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

const installed = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const require = createRequire(import.meta.url);

let root;
let bundlePackages;
let packagesSymbol;

beforeEach(async (t) => {
  const { root: folder, sources } = temporaryCheckout(t, { hasPostgres: false });
  root = fs.realpathSync(folder);
  fs.symlinkSync(path.join(installed, 'esbuild'), path.join(root, 'node_modules/esbuild'));
  const bundleFolder = path.join(sources, 'testing/packages-bundle');
  ({ bundlePackages } = await import(pathToFileURL(path.join(bundleFolder, 'bundle-packages.mjs')).href));
  ({ packagesSymbol } = await import(pathToFileURL(path.join(bundleFolder, 'packages-symbol.mjs')).href));
  for (const name of ['subgraphs', 'router', 'schema', 'bench', 'chaos', 'e2e', 'deploy'])
    fs.mkdirSync(path.join(root, name));
  write('packages/kit/package.json', '{ "type": "module" }');
  write('packages/kit/src/greeting.ts', "import { greet } from 'modern';\nimport old, { place } from 'old';\n");
  write('node_modules/modern/package.json', '{ "type": "module", "exports": "./main.js" }');
  write(
    'node_modules/modern/main.js',
    "import old from 'old';\nexport const place = import.meta.url;\nexport const theOld = old;\nexport default 'modern';\n",
  );
  write('node_modules/old/package.json', '{ "main": "./main.js" }');
  write('node_modules/old/main.js', 'exports.place = __dirname;\n');
});

test('a stand-in gives what the package would, and there is one of each package', async (t) => {
  const { resolver, packagesScript } = await bundlePackages();
  globalThis[packagesSymbol] = require(packagesScript);
  t.after(() => delete globalThis[packagesSymbol]);
  const modern = await import(pathToFileURL(standInOf('modern', resolver)).href);
  const old = await import(pathToFileURL(standInOf('old', resolver)).href);
  assert.deepEqual(Object.keys(modern).sort(), ['default', 'place', 'theOld']);
  assert.equal(modern.default, 'modern');
  assert.equal(modern.place, pathToFileURL(path.join(root, 'node_modules/modern/main.js')).href);
  assert.equal(old.place, path.join(root, 'node_modules/old'));
  assert.equal(modern.theOld, old.default);
});

test('what no source imports is left where it is', async () => {
  const { resolver } = await bundlePackages();
  const file = path.join(root, 'node_modules/other/main.js');
  assert.equal(require(resolver).sync('other', { defaultResolver: () => file }), file);
});

test('a bundle is made again when the lockfile or an import has changed, and not before', async () => {
  const first = await bundlePackages();
  assert.deepEqual(await bundlePackages(), first);
  write('packages/kit/src/greeting.ts', "import { greet } from 'modern';\n");
  const second = await bundlePackages();
  assert.notEqual(second.resolver, first.resolver);
  fs.appendFileSync(path.join(root, 'pnpm-lock.yaml'), '\n');
  assert.notEqual((await bundlePackages()).resolver, second.resolver);
});

function standInOf(name, resolver) {
  const file = path.join(root, 'node_modules', name, 'main.js');
  const standIn = require(resolver).sync(name, { defaultResolver: () => file });
  assert.notEqual(standIn, file);
  return standIn;
}

function write(file, text) {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}
