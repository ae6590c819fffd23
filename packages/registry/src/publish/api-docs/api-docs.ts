import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedMark } from '../../state/generated-mark.js';
import type { Publication } from '../generated-file.js';
import { type EventReference, eventsPage } from './events/events-page.js';
import { graphPage } from './graph/graph-page.js';
import type { GraphReference } from './graph/graph-reference.js';
import { type Page, renderPage } from './page.js';

const folder = 'docs/api';
const assets = ['style.css', 'search.js'];

/** The reference of the graph and of the events: pages that read from the disk alone. */
export async function publishApiDocs(
  root: string,
  { graph, events }: { graph: GraphReference; events: EventReference },
): Promise<Publication> {
  const pages = [graphPage(graph), eventsPage(events)].map(pageFile);
  return { files: [...pages, ...(await Promise.all(assets.map((name) => assetFile(root, name))))], owns: [folder] };
}

function pageFile(page: Page) {
  return { path: `${folder}/${page.file}`, content: renderPage(page) };
}

async function assetFile(root: string, name: string) {
  const source = await readFile(join(root, 'packages/registry/src/publish/api-docs/assets', name), 'utf8');
  return { path: `${folder}/${name}`, content: `/* ${generatedMark} */\n\n${source}` };
}
