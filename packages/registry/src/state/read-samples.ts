import { envelopeSchema } from '@souk/kit/contracts';
import { lineOfJsonMistake } from '@souk/operations/manifests/line-of-json-mistake';
import { RegistryInputError } from '../registry-input.error.js';
import type { RecordedSample } from './registry-state.js';
import type { SourceFile } from './source-file.js';

const samplePath = /^schema\/samples\/(.+)\.json$/;

/** Where the recorded message of an event version is kept. */
export function sampleFileOf(type: string): string {
  return `schema/samples/${type}.json`;
}

/** Reads the recorded messages. @throws {RegistryInputError} that names a file which holds no message of its version. */
export function readSamples(files: readonly SourceFile[]): RecordedSample[] {
  return files.flatMap(({ path, content }) => {
    const type = samplePath.exec(path)?.[1];
    return type ? [{ type, file: path, data: readMessage(content, type, path).data }] : [];
  });
}

function readMessage(content: string, type: string, file: string) {
  const { data: envelope, error } = envelopeSchema.safeParse(parse(content, file));
  if (envelope?.type === type) return envelope;
  const [issue] = error?.issues ?? [];
  const problem = issue ? `${issue.path.join('.') || 'the file'}: ${issue.message}` : `it is a ${envelope?.type}`;
  throw new RegistryInputError(
    `This is no message of ${type} as it was published (${problem}). Restore the file from git; if it was never there, remove it and run npm run events:record.`,
    { file },
  );
}

function parse(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new RegistryInputError(`This is not JSON: ${(error as Error).message}. Restore the file from git.`, {
      file,
      line: lineOfJsonMistake(content),
    });
  }
}
