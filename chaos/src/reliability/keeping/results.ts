import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PartName, PartResults, Task } from '../parts/part.js';
import { partNames } from '../parts/part-table.js';
import { type Done, type Findings, form, type Kept, type Series } from './kept.js';
import type { Source } from './source.js';

const fingerprintLength = 8;

interface Index {
  form: number;
  /** Files of the tasks that the part was last asked for, whether they are there or not. */
  files: string[];
}

/**
 * Results on the disk: for each part a file that names what it was last asked for, and one file for each task, commit
 * and size, so that a small trial replaces nothing.
 */
export class Results {
  constructor(private readonly folder: string) {}

  fileOf(part: PartName, { id, size }: Pick<Task<unknown>, 'id' | 'size'>, source: Source): string {
    const key = createHash('sha256')
      .update(JSON.stringify([size, source]))
      .digest('hex');
    return path.join(part, `${id}-${key.slice(0, fingerprintLength)}.json`);
  }

  /** From now on the part is what these files hold. */
  ask(part: PartName, files: string[]): void {
    this.write(`${part}.json`, { form, files } satisfies Index);
  }

  keep(file: string, kept: Kept<unknown>): void {
    this.write(file, kept);
  }

  read<Result>(file: string): Kept<Result> | null {
    const kept = this.parse<Kept<Result>>(file);
    return kept?.form === form ? kept : null;
  }

  findings(): Findings {
    return Object.fromEntries(partNames.map((name) => [name, this.series(name)])) as Findings;
  }

  private series<Name extends PartName>(part: Name): Series<PartResults[Name]> | null {
    const index = this.parse<Index>(`${part}.json`);
    if (index?.form !== form) return null;
    const kept = index.files.flatMap((file) => this.read<PartResults[Name]>(file) ?? []);
    if (kept.length === 0) return null;
    return {
      asked: index.files.length,
      done: kept.filter((one): one is Done<PartResults[Name]> => one.result !== null),
      failures: kept.flatMap(({ task, failures }) => failures.map((failure) => ({ task, ...failure }))),
    };
  }

  private parse<Content>(file: string): Content | null {
    const whole = path.join(this.folder, file);
    return fs.existsSync(whole) ? (JSON.parse(fs.readFileSync(whole, 'utf8')) as Content) : null;
  }

  /** In one step: whoever is interrupted leaves no half of a file. */
  private write(file: string, content: object): void {
    const whole = path.join(this.folder, file);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(`${whole}.draft`, `${JSON.stringify(content)}\n`);
    fs.renameSync(`${whole}.draft`, whole);
  }
}
