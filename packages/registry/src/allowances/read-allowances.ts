import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Allowance } from '../checks/finding.js';
import { RegistryInputError } from '../registry-input.error.js';
import type { SourceFile } from '../state/source-file.js';

export const allowancesFile = 'schema/allowances.yaml';

/** What each key of an entry must hold, as the end of a sentence that begins with the key. */
const expected = {
  code: 'must be the code of a refusal, such as FIELD_REMOVED',
  coordinate: 'must be the coordinate of a refusal, such as Order.total',
  who: 'must name who decided it',
  why: 'must say why, in a sentence',
  until: 'must be the last day on which it holds, as YYYY-MM-DD',
};

const keys = 'code, coordinate, who, why and until';

const allowanceSchema = z.strictObject({
  code: z.string(expected.code).regex(/^[A-Z_]+$/, expected.code),
  coordinate: z.string(expected.coordinate).min(1, expected.coordinate),
  who: z.string(expected.who).min(1, expected.who),
  why: z.string(expected.why).min(10, expected.why),
  until: z.iso.date(expected.until),
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
  if (!Array.isArray(entries)) refuse(`It must be a list of entries, each with ${keys}.`, 1);
  return (entries as unknown[]).map((entry, index) => {
    const node = document.getIn([index], true) as { range?: [number, number, number] } | undefined;
    return readEntry(entry, lines.linePos(node?.range?.[0] ?? 0).line, today);
  });
}

function readEntry(entry: unknown, line: number, today: string): WrittenAllowance {
  const parsed = allowanceSchema.safeParse(entry);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(problemOf);
    return refuse(`${problems.join('; ')}. An entry has ${keys}.`, line);
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

/** `why must say why, in a sentence` */
function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `It has ${issue.keys.join(' and ')}, which is not known here`;
  const [key] = issue.path;
  return key === undefined ? 'It is no entry' : `Its ${String(key)} ${issue.message}`;
}

function refuse(problem: string, line: number): never {
  throw new RegistryInputError(problem, { file: allowancesFile, line });
}
