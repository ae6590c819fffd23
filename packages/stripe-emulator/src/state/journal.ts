import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Change } from './tables.js';

/**
 * An append-only file of changes, one transaction per line. A line handed to the kernel survives the
 * death of this process; it is not synced, so a power cut may take the last ones.
 */
export class Journal {
  private readonly file: string;
  private descriptor: number | undefined;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.file = join(directory, 'journal.ndjson');
  }

  /** @throws {SyntaxError} when a finished line is damaged. */
  read(): Change[][] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n');
    // NOTE: what follows the last newline is a line that was cut short by a crash and never answered.
    lines.pop();
    return lines.map((line) => JSON.parse(line) as Change[]);
  }

  /** Replaces the file by a shorter one that says the same, and opens it for appending. */
  restart(transactions: Change[][]): void {
    const draft = `${this.file}.draft`;
    writeFileSync(draft, transactions.map(toLine).join(''));
    renameSync(draft, this.file);
    this.descriptor = openSync(this.file, 'a');
  }

  append(transaction: Change[]): void {
    if (this.descriptor === undefined) throw new Error('The journal is not open.');
    writeSync(this.descriptor, toLine(transaction));
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

function toLine(transaction: Change[]): string {
  return `${JSON.stringify(transaction)}\n`;
}
