import fs from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireFromCheckout } from '../checkout.mjs';

const [, , folder, entries] = process.argv;

/** What our own modules read about where they lie stays true of the file that they were bundled from. */
const keepLocations = {
  name: 'keep locations',
  setup(build) {
    build.onLoad({ filter: /\/dist\/src\/.*\.js$/ }, async ({ path: file }) => {
      if (file.includes('/node_modules/')) return undefined;
      const text = await fs.readFile(file, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      return {
        contents: text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
      };
    });
  },
};

/** Packages with machine code in them are loaded from where they are installed. */
const leaveNativeCode = {
  name: 'leave native code',
  setup(build) {
    build.onResolve({ filter: /^@node-rs\// }, async ({ path: name, pluginData, ...where }) => {
      if (pluginData === 'resolved') return undefined;
      const { path: file, errors } = await build.resolve(name, { ...where, pluginData: 'resolved' });
      return errors.length > 0 ? { errors } : { path: pathToFileURL(file).href, external: true };
    });
  },
};

/** What `import()` gives of a CommonJS module: under esbuild's code splitting its names are lost, so that they are spelt out. */
const nameLateExports = {
  name: 'name late exports',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path: name, kind, pluginData, ...where }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolved') return undefined;
      const resolved = await build.resolve(name, { ...where, kind, pluginData: 'resolved' });
      // esbuild itself knows whether the source does without what is not there.
      if (resolved.errors.length > 0) return undefined;
      const isWrapped = !resolved.external && (await isCommonJs(resolved.path));
      return isWrapped ? { path: resolved.path, namespace: 'late' } : resolved;
    });
    build.onLoad({ filter: /./, namespace: 'late' }, async ({ path: file }) => {
      const names = Object.keys(await import(pathToFileURL(file).href)).filter((name) => !wholeNames.has(name));
      const lines = names.map((name, index) => `const n${index} = whole.${name};\nexport { n${index} as ${name} };`);
      const contents = `const whole = require(${JSON.stringify(file)});\nexport default whole;\n${lines.join('\n')}`;
      return { contents, resolveDir: path.dirname(file) };
    });
  },
};

// Under both Node gives all that a CommonJS module exports.
const wholeNames = new Set(['default', 'module.exports']);

async function isCommonJs(file) {
  if (!/\.c?js$/.test(file)) return false;
  if (file.endsWith('.cjs')) return true;
  const { type } = JSON.parse(await fs.readFile(findPackageJSON(pathToFileURL(file).href), 'utf8'));
  return type !== 'module';
}

// Packages that are written for `require` go on using it for what belongs to Node.
const requireOfModules = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

const { errors } = await requireFromCheckout('esbuild')
  .build({
    entryPoints: JSON.parse(entries),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    keepNames: true,
    legalComments: 'none',
    banner: { js: requireOfModules },
    external: ['pg-native'],
    plugins: [leaveNativeCode, nameLateExports, keepLocations],
    logLevel: 'error',
  })
  .catch(({ errors: found }) => ({ errors: found }));
process.exitCode = errors.length > 0 ? 1 : 0;
