import fs from 'node:fs';
import { z } from 'zod';
import { plannedFaultSchema } from './planned-fault.js';

export const planSchema = z.strictObject({
  seed: z.string(),
  /** How long faults go on. */
  minutes: z.number().positive(),
  ordersPerSecond: z.number().positive(),
  /** Of the code that it was made for. */
  commit: z.string(),
  faults: z.array(plannedFaultSchema),
});

/** Everything that is decided before a run. The same plan gives the same kind of run, not the same schedule. */
export type Plan = z.infer<typeof planSchema>;

export function writePlan(file: string, plan: Plan): void {
  fs.writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
}

/** @throws {Error} that says what is wrong with the file. */
export function readPlan(file: string): Plan {
  if (!fs.existsSync(file)) throw new Error(`There is no plan ${file}.`);
  const result = planSchema.safeParse(parseJson(file));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`${file} is no plan:\n${problems.join('\n')}`);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is no plan: ${(error as Error).message}`);
  }
}
