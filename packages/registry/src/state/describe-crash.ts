import { describePlace, type InputPlace, RegistryInputError } from '../registry-input.error.js';
import { findMentioned, findQuoted } from './find-mentioned.js';
import type { SourceFile } from './source-file.js';

/** From the class of the error, which says nothing more than its message does, to the first call that led there. */
const message = /^\w*Error(?: \[\w+\])?: (?<said>[\s\S]*?)(?=\n {4}at |\n\nNode\.js v|$(?![\s\S]))/m;
/** Code of the house about which something is asked; what asks, and what is installed, is not to blame. */
const place = /(?<file>(?:subgraphs|router|schema)\/(?:(?!\/(?:dist|node_modules)\/)[^\s:])+\.ts):(?<line>\d+)/;

/**
 * Tells why a process could not load the code of the house: what it said last, without the calls that led there.
 * @param subject what could not be done, as the beginning of a sentence.
 * @param sources the code that may be at fault: type-graphql names what it finds wrong, and not where it stands.
 * @param file where to look when the error does not say.
 */
export function describeCrash(
  subject: string,
  error: unknown,
  { root, file, sources = [] }: { root: string; file?: string; sources?: readonly SourceFile[] },
): RegistryInputError {
  const { stderr } = error as { stderr?: string };
  const told = (stderr || String(error)).replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '');
  const said = (message.exec(told)?.groups?.said ?? told).trim().replace(/(?<![.?!])$/, '.');
  const [found = { file }, ...others] = placesIn(told, said, sources);
  const mend =
    others.length > 0 ? `Mend the code, here or there: ${others.map(describePlace).join(', ')}.` : 'Mend the code.';
  return new RegistryInputError(`${subject}: ${said} ${mend}`, found);
}

function placesIn(told: string, said: string, sources: readonly SourceFile[]): InputPlace[] {
  const thrown = place.exec(told)?.groups;
  const found = [
    findMentioned(said, sources),
    thrown ? [{ file: thrown.file, line: Number(thrown.line) }] : [],
    findQuoted(said, sources),
  ];
  return found.find((places) => places.length > 0) ?? [];
}
