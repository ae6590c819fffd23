import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireFromCheckout } from '../../checkout.mjs';

const asksWhereItLies = /\bimport\.meta\b|\b__(dirname|filename)\b/;

/** What a module reads about where it lies stays true of the file that it was bundled from. */
export const keepLocations = {
  name: 'keep locations',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?js$/ }, async ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      if (!asksWhereItLies.test(text)) return undefined;
      const { code } = await requireFromCheckout('esbuild').transform(text, { define: locationsOf(file) });
      return { contents: code };
    });
  },
};

function locationsOf(file) {
  const [folder, name, url] = [path.dirname(file), file, pathToFileURL(file).href].map((text) => JSON.stringify(text));
  return {
    'import.meta.url': url,
    'import.meta.dirname': folder,
    'import.meta.filename': name,
    __dirname: folder,
    __filename: name,
  };
}
