import { RegistryInputError } from '../registry-input.error.js';

/** From the class of the error, which says nothing more than its message does, to the first call that led there. */
const message = /^\w*Error(?: \[\w+\])?: (?<said>[\s\S]*?)(?=\n {4}at |\n\nNode\.js v|$(?![\s\S]))/m;
/** Code of the house about which something is asked; what asks, and what is installed, is not to blame. */
const place = /(?<file>(?:subgraphs|router|schema)\/(?:(?!\/(?:dist|node_modules)\/)[^\s:])+\.ts):(?<line>\d+)/;

/**
 * Tells why a process could not load the code of the house: what it said last, without the calls that led there.
 * @param subject what could not be done, as the beginning of a sentence.
 * @param file where to look when the error does not say.
 */
export function describeCrash(
  subject: string,
  error: unknown,
  { root, file }: { root: string; file?: string },
): RegistryInputError {
  const { stderr } = error as { stderr?: string };
  const told = (stderr || String(error)).replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '');
  const said = (message.exec(told)?.groups?.said ?? told).trim().replace(/(?<![.?!])$/, '.');
  const found = place.exec(told)?.groups;
  return new RegistryInputError(`${subject}: ${said} Mend the code.`, {
    file: found?.file ?? file,
    line: found && Number(found.line),
  });
}
