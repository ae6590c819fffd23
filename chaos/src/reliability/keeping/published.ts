import fs from 'node:fs';
import { partNames } from '../parts/part-table.js';
import { type Findings, form, type Series } from './kept.js';

type AnySeries = Series<unknown> | null;

/** The results that the document in the repository was written from, beside it, so that it can be written again. */
export class Published {
  constructor(private readonly file: string) {}

  /** Of each part what was measured last, here or by whoever published. */
  with(own: Findings): Findings {
    const before = this.read();
    return Object.fromEntries(partNames.map((name) => [name, later(own[name], before[name] ?? null)])) as Findings;
  }

  /** One line for each result. */
  write(findings: Findings): void {
    const parts = partNames.flatMap((name) => (findings[name] ? [`"${name}": ${toLines(findings[name])}`] : []));
    fs.writeFileSync(this.file, `{"form": ${form},\n${parts.join(',\n')}\n}\n`);
  }

  private read(): Partial<Findings> {
    if (!fs.existsSync(this.file)) return {};
    const published = JSON.parse(fs.readFileSync(this.file, 'utf8')) as Partial<Findings> & { form: number };
    return published.form === form ? published : {};
  }
}

function later(own: AnySeries, before: AnySeries): AnySeries {
  return own && (!before || lastOf(own) >= lastOf(before)) ? own : before;
}

function lastOf({ done, failures }: Series<unknown>): string {
  return [...done.map(({ measuredAt }) => measuredAt), ...failures.map(({ at }) => at)].sort().at(-1) ?? '';
}

function toLines({ asked, done, failures }: Series<unknown>): string {
  const lines = done.map((one) => JSON.stringify(one)).join(',\n');
  return `{"asked": ${asked}, "failures": ${JSON.stringify(failures)}, "done": [\n${lines}\n]}`;
}
