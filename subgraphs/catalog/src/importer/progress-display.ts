import type { ImportCounts } from './import-file.js';

/** Where a person reads. */
export interface Terminal {
  write(text: string): unknown;
  isTTY?: boolean;
}

const barWidth = 28;
const linesInAll = 10;

/** Shows how far an import is: a bar on a terminal, else a line at each tenth. */
export class ProgressDisplay {
  private tenthsTold = 0;

  constructor(private readonly terminal: Terminal) {}

  /** @param done how much is done, from 0 to 1. */
  show(counts: ImportCounts, done: number): void {
    const text = `${String(Math.floor(done * 100)).padStart(3)} %  ${describe(counts)}`;
    if (this.terminal.isTTY) {
      const filled = Math.round(done * barWidth);
      this.terminal.write(`\r[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${text}\x1b[K`);
      return;
    }
    const tenths = Math.floor(done * linesInAll);
    if (tenths <= this.tenthsTold) return;
    this.tenthsTold = tenths;
    this.terminal.write(`${text}\n`);
  }

  end(): void {
    if (this.terminal.isTTY) this.terminal.write('\n');
  }
}

/** The counts in words, those that are not zero. */
export function describe({ created, updated, unchanged, refused, blank }: ImportCounts): string {
  const parts = [
    [created, 'created'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [refused, 'with mistakes'],
    [blank, 'empty'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? 'nothing yet' : told.join(', ');
}
