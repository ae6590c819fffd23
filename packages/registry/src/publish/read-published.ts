import type { SourceFile } from '../state/source-file.js';
import { type Drift, findDrift } from './generated-file.js';
import { type GraphInHand, publications } from './publications.js';

/** What is made from code, and how what is on disk differs from it. */
export interface Published {
  files: readonly SourceFile[];
  drift: Drift;
  /** Why something could not be made. */
  problems: readonly string[];
}

/** Makes everything that is generated, in memory, and compares it with the disk. */
export async function readPublished(root: string, graph: GraphInHand): Promise<Published> {
  const files: SourceFile[] = [];
  const problems: string[] = [];
  const drift: Drift = { changed: [], missing: [], left: [] };
  for await (const publication of publications(root, graph)) {
    const { changed, missing, left } = await findDrift(root, publication);
    files.push(...publication.files);
    problems.push(...(publication.problem ? [publication.problem] : []));
    drift.changed.push(...changed);
    drift.missing.push(...missing);
    drift.left.push(...left);
  }
  return { files, drift, problems };
}
