import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder, requireFromCheckout } from '../../checkout.mjs';
import { keepLocations } from './keep-locations.mjs';
import { isCommonJs, standInText } from './stand-in.mjs';

const entryName = 'all packages';

/** Writes packages.cjs, a stand-in for each package's entry file, and the resolver that leads to the stand-ins. */
export async function buildBundle(folder, packages) {
  const files = [];
  await requireFromCheckout('esbuild').build({
    entryPoints: [entryName],
    outfile: path.join(folder, 'packages.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    // Given, so that esbuild adds none of its own: the files are those that Node would load.
    conditions: ['node-addons'],
    keepNames: true,
    legalComments: 'none',
    external: ['pg-native', '@node-rs/*', '*.node'],
    plugins: [makeEntry(packages, files), keepLocations],
    logLevel: 'error',
  });
  const standIns = {};
  for (const [index, file] of files.entries()) {
    standIns[file] = `${index}.${isCommonJs(file) ? 'cjs' : 'mjs'}`;
    fs.writeFileSync(path.join(folder, standIns[file]), await standInText(file, index));
  }
  fs.writeFileSync(path.join(folder, 'resolver.cjs'), resolverText(standIns));
}

/** An array of functions, each of which loads one package; the files that they load are added to `files`. */
function makeEntry(packages, files) {
  return {
    name: 'make entry',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${entryName}$`) }, ({ path: name }) => ({
        path: name,
        namespace: 'entry',
      }));
      build.onLoad({ filter: /./, namespace: 'entry' }, async () => {
        files.push(...(await entryFiles(build, packages)));
        const lines = files.map((file) => `() => require(${JSON.stringify(file)}),`);
        return { contents: `module.exports = [\n${lines.join('\n')}\n];`, resolveDir: checkoutFolder };
      });
    },
  };
}

async function entryFiles(build, packages) {
  const found = await Promise.all(
    packages.flatMap(({ name, importers }) =>
      importers.map((importer) =>
        build.resolve(name, { kind: 'import-statement', resolveDir: path.join(checkoutFolder, importer) }),
      ),
    ),
  );
  // A package of types only leads to no file.
  const files = found.filter(({ errors }) => errors.length === 0).map(({ path: file }) => file);
  return [...new Set(files)].filter((file) => /\.[cm]?js$/.test(file)).sort();
}

function resolverText(standIns) {
  return `const standIns = new Map(Object.entries(${JSON.stringify(standIns, null, 2)}));

exports.sync = (name, options) => {
  const file = options.defaultResolver(name, options);
  return standIns.has(file) ? require('node:path').join(__dirname, standIns.get(file)) : file;
};
`;
}
