import { readFile } from 'node:fs/promises';
import type { JournalEntry } from './entry.js';

/**
 * The entries of a journal, oldest first. A last line that was cut short by the end of its writer is left out: nothing
 * was done on the strength of it.
 * @throws {SyntaxError} for any other line that is none.
 */
export async function readJournal(path: string): Promise<JournalEntry[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as JournalEntry);
}
