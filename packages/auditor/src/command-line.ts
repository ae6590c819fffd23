import { parseArgs } from 'node:util';
import { AuditorInputError } from './auditor-input.error.js';

export interface VerifyWish {
  /** Null: every subgraph. */
  subgraph: string | null;
  isJson: boolean;
}

export const usage = `Verifies the audit logs of the running shop: each entry against the chain that it is linked in, and each chain against its
heads that other subgraphs keep. It changes nothing.

  npm run audit:verify                          every subgraph
  npm run audit:verify -- --subgraph orders     one
  npm run audit:verify -- --json                for programs

Exit code 0: every chain is whole; 1: one is not, and the first broken entry is named; 2: it could not be verified.`;

/** Reads what was asked. @throws {AuditorInputError} */
export function parseVerify(args: string[]): VerifyWish {
  try {
    const { values } = parseArgs({ args, options: { subgraph: { type: 'string' }, json: { type: 'boolean' } } });
    return { subgraph: values.subgraph ?? null, isJson: values.json ?? false };
  } catch (error) {
    throw new AuditorInputError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** The subgraphs that are meant. @throws {AuditorInputError} when there is none of that name. */
export function chosenOf({ subgraph }: VerifyWish, names: readonly string[]): readonly string[] {
  if (subgraph === null) return names;
  if (names.includes(subgraph)) return [subgraph];
  throw new AuditorInputError(`There is no subgraph "${subgraph}"; there are ${names.join(', ')}.`);
}
