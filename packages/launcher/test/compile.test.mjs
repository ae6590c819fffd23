import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './support/launch.mjs';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

let root;
let sources;
let compile;

beforeEach(async (t) => {
  const checkout = temporaryCheckout(t, { hasPostgres: false });
  ({ root, sources } = checkout);
  ({ compile } = await import(pathToFileURL(path.join(sources, 'compile.mjs')).href));
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

for (const [text, place, problem] of [
  ['export const = ;\n', '1:14', 'Unexpected token `=`. '],
  ['const a = 1;\n\nconst b = {;\n', '3:12', 'Unexpected token `;`. '],
  ['const a = `b\n', '1:11', 'Unterminated template'],
  ['class A {\n  b( {\n}\n', '3:3', "Expected ',', got '<eof>'"],
]) {
  test(`an error has its place, here ${place}`, async () => {
    write('packages/kit/src/domain/broken.ts', text);
    await assert.rejects(compile(), ({ errors: [{ message }] }) =>
      message.startsWith(`packages/kit/src/domain/broken.ts:${place}: It does not compile: ${problem}`),
    );
  });
}

test('a source that does not compile keeps a command from answering, which is 2', async (t) => {
  write('bin/npx', '#!/bin/sh\n');
  fs.chmodSync(path.join(root, 'bin/npx'), 0o755);
  write('packages/kit/src/domain/broken.ts', 'export const = ;\n');
  const environment = { PATH: `${path.join(root, 'bin')}:${process.env.PATH}` };
  const launcher = launch(t, { command: 'run', args: ['schema:check'], folder: sources, environment });
  assert.equal(await launcher.ended(), 2);
  assert.match(launcher.output, /^\npackages\/kit\/src\/domain\/broken\.ts:1:14: It does not compile: /);
});

test('what does not compile is tried again next time', async () => {
  write('packages/kit/src/domain/broken.ts', 'export const = ;\n');
  await assert.rejects(compile());
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
