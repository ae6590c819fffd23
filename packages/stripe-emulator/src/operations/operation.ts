import { z } from 'zod';
import type { Work } from '../state/work.js';

/** One thing the API can be asked for: which parameters it takes, and what it does with them. */
export interface Operation<Parameters = never> {
  parameters: z.ZodType<Parameters>;
  /** @param id the object named in the path, or an empty text. */
  execute(work: Work, parameters: Parameters, id: string): object;
}

export function operation<Parameters>(
  parameters: z.ZodType<Parameters>,
  execute: Operation<Parameters>['execute'],
): Operation<Parameters> {
  return { parameters, execute };
}

export const noParameters = z.strictObject({});
