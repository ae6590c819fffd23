import type { CatalogWork } from '../use-cases/catalog-work.js';
import { type BatchPlan, type BatchRow, importBatch } from './import-batch.js';
import type { RowSource } from './read-rows.js';
import { type RowError, rowToProduct } from './row-to-product.js';

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  /** Rows that were left out because of a mistake. */
  refused: number;
  blank: number;
}

export interface ImportRun {
  plan: BatchPlan;
  file: RowSource;
  /** Stops between two batches; what was done stays, and another run goes on from there. */
  signal: AbortSignal;
  onErrors: (errors: readonly RowError[]) => void;
  onProgress: (counts: ImportCounts) => void;
}

const batchSize = 50;

/** Imports a file, batch by batch. @throws what the signal was aborted with. */
export async function importFile(work: CatalogWork, run: ImportRun): Promise<ImportCounts> {
  const progress = new Progress(work, run);
  for await (const row of run.file.rows) {
    run.signal.throwIfAborted();
    if ('isBlank' in row) progress.counts.blank += 1;
    else if ('problem' in row) progress.refuse([{ row: row.number, column: null, message: row.problem }]);
    else await progress.take(row.number, rowToProduct(row.number, row.cells, run.plan.mapping));
  }
  await progress.finishBatch();
  return progress.counts;
}

class Progress {
  readonly counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, refused: 0, blank: 0 };
  private batch: BatchRow[] = [];
  private readonly rowById = new Map<string, number>();

  constructor(
    private readonly work: CatalogWork,
    private readonly run: ImportRun,
  ) {}

  async take(number: number, row: ReturnType<typeof rowToProduct>): Promise<void> {
    if ('errors' in row) return this.refuse(row.errors);
    const earlier = this.rowById.get(row.item.externalId);
    if (earlier !== undefined) return this.refuse([this.repetition(number, earlier)]);
    this.rowById.set(row.item.externalId, number);
    this.batch.push({ number, item: row.item });
    if (this.batch.length >= batchSize) await this.finishBatch();
  }

  refuse(errors: readonly RowError[]): void {
    this.counts.refused += 1;
    this.run.onErrors(errors);
  }

  async finishBatch(): Promise<void> {
    this.run.signal.throwIfAborted();
    const results = this.batch.length === 0 ? [] : await importBatch(this.work, this.run.plan, this.batch);
    this.batch = [];
    for (const result of results) {
      if (typeof result === 'string') this.counts[result] += 1;
      else this.refuse([result]);
    }
    this.run.onProgress(this.counts);
  }

  private repetition(row: number, earlier: number): RowError {
    const { id, sku } = this.run.plan.mapping.columns;
    const [column = null] = [id ?? sku ?? []].flat();
    return { row, column, message: `repeats the id of row ${earlier}` };
  }
}
