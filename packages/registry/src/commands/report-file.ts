import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RegistryInputError } from '../registry-input.error.js';

/**
 * Makes the folder for a report before there is one, so that a check is not lost for want of a place.
 * @returns what writes the report.
 * @throws {RegistryInputError} when nothing can be written there.
 */
export function openReportFile(path: string): (content: string) => void {
  const file = resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    requireWritable(file);
  } catch (error) {
    throw new RegistryInputError(`No report can be written there: ${(error as Error).message}. Name another file.`, {
      file: path,
    });
  }
  return (content) => writeFileSync(file, content);
}

function requireWritable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new Error('it is a folder');
  accessSync(found ? file : dirname(file), constants.W_OK);
}
