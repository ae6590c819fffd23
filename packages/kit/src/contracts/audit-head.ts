import { z } from 'zod';
import { timeField } from './fields.js';

/** What is asked of a subgraph that keeps the heads of others' audit chains; each keeper declares a question of its own. */
export const keepsAuditHead = {
  request: z.object({
    subgraph: z.string().describe('Whose chain it is.'),
    seq: z.int().positive().describe('How many entries the chain had.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('The hash of the last of them.'),
  }),
  reply: z.object({ keptAt: timeField }),
  timeoutMs: 2_000,
  description:
    "Keeps the head of another subgraph's audit chain for good, so that who rewrites that chain has to reach two databases. Repeating it changes nothing.",
};

export type KeepAuditHead = z.infer<typeof keepsAuditHead.request>;
