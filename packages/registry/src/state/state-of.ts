import { RegistryInputError } from '../registry-input.error.js';
import { toEventVersion } from './event-version.js';
import { findDeclaration } from './find-declaration.js';
import { readOperations } from './read-operations.js';
import { readQuestionVersions } from './read-questions.js';
import { readSamples } from './read-samples.js';
import type { EventVersion, RegistryState, SubgraphSdl } from './registry-state.js';
import type { SourceFile } from './source-file.js';

/**
 * What files of `schema/` say: of the work tree, or of a revision.
 * @param subscriptions who handles which event; only today's code can tell.
 * @throws {RegistryInputError} for what cannot be read.
 */
export function stateOf(
  files: readonly SourceFile[],
  subscriptions: RegistryState['subscriptions'] = {},
): RegistryState {
  return {
    subgraphs: subgraphsIn(files),
    operations: readOperations(files),
    events: eventsIn(files),
    questions: readQuestionVersions(files),
    samples: readSamples(files),
    subscriptions,
  };
}

/** The files with others laid over them: one of the same path is replaced. */
export function overlay(files: readonly SourceFile[], newer: readonly SourceFile[]): SourceFile[] {
  const byPath = new Map([...files, ...newer].map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function subgraphsIn(files: readonly SourceFile[]): SubgraphSdl[] {
  return files.flatMap(({ path, content }) => {
    const name = /^schema\/subgraphs\/([a-z-]+)\.graphql$/.exec(path)?.[1];
    return name ? [{ name, file: path, sdl: content }] : [];
  });
}

function eventsIn(files: readonly SourceFile[]): EventVersion[] {
  return files
    .filter(({ path }) => /^schema\/event-schemas\/[^/]+\.json$/.test(path))
    .map(readEvent)
    .map((event) => {
      const declaration = findDeclaration(event.type, files);
      return declaration ? { ...event, declaration } : event;
    });
}

function readEvent({ path, content }: SourceFile): EventVersion {
  try {
    return toEventVersion(JSON.parse(content));
  } catch {
    throw new RegistryInputError('It is not a JSON Schema of an event. Write it anew: npm run generate', {
      file: path,
    });
  }
}
