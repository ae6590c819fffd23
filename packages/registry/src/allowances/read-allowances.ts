import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Allowance } from '../checks/finding.js';
import { RegistryInputError } from '../registry-input.error.js';
import type { SourceFile } from '../state/source-file.js';

export const allowancesFile = 'schema/allowances.yaml';

const allowanceSchema = z.strictObject({
  code: z.string().regex(/^[A-Z_]+$/, 'must be the code of a finding, such as FIELD_REMOVED'),
  coordinate: z.string().min(1),
  who: z.string().min(1, 'must name who decided it'),
  why: z.string().min(10, 'must say why, in a sentence'),
  until: z.iso.date('must be a day as YYYY-MM-DD'),
});

/** An allowance and where it stands. */
export interface WrittenAllowance extends Allowance {
  line: number;
}

/**
 * Reads the reviewed exceptions.
 * @throws {RegistryInputError} that names the line of an entry that is not one, or that has expired.
 */
export function readAllowances(files: readonly SourceFile[], today: string): WrittenAllowance[] {
  const content = files.find(({ path }) => path === allowancesFile)?.content ?? '';
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const [mistake] = document.errors;
  if (mistake) refuse(mistake.message.split('\n')[0] ?? 'It is not YAML.', mistake.linePos?.[0].line ?? 1);
  const entries = (document.toJS() ?? []) as unknown;
  if (!Array.isArray(entries)) refuse('It must be a list of entries with code, coordinate, who, why and until.', 1);
  return (entries as unknown[]).map((entry, index) => {
    const node = document.getIn([index], true) as { range?: [number, number, number] } | undefined;
    return readEntry(entry, lines.linePos(node?.range?.[0] ?? 0).line, today);
  });
}

function readEntry(entry: unknown, line: number, today: string): WrittenAllowance {
  const parsed = allowanceSchema.safeParse(entry);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the entry'}: ${message}`);
    return refuse(`An entry is not complete: ${problems.join('; ')}.`, line);
  }
  const { coordinate, until } = parsed.data;
  if (until < today) {
    refuse(
      `The allowance for ${coordinate} expired on ${until}. Remove the entry and mend what it allowed, or have a later day reviewed.`,
      line,
    );
  }
  return { ...parsed.data, line };
}

function refuse(problem: string, line: number): never {
  throw new RegistryInputError(problem, { file: allowancesFile, line });
}
