import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { PlainError } from './plain-error.js';
import type { RowError } from './row-to-product.js';

/** The rows with mistakes, as a CSV file that is begun with the first of them. An earlier report is taken away. */
export class ErrorReport {
  private descriptor: number | undefined;
  /** The first few, for the summary. */
  readonly first: RowError[] = [];

  constructor(readonly file: string) {
    rmSync(file, { force: true });
  }

  add(errors: readonly RowError[]): void {
    this.descriptor ??= this.open();
    for (const error of errors) {
      if (this.first.length < 5) this.first.push(error);
      writeSync(this.descriptor, `${[error.row, error.column ?? '', error.message].map(quoted).join(',')}\n`);
    }
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
  }

  private open(): number {
    try {
      const descriptor = openSync(this.file, 'w');
      writeSync(descriptor, 'row,column,problem\n');
      return descriptor;
    } catch {
      throw new PlainError(`The report ${this.file} cannot be written. Name another file with --report.`);
    }
  }
}

function quoted(value: string | number): string {
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}
