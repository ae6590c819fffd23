import { z } from 'zod';
import { idField } from './fields.js';

/** A structured CloudEvents 1.0 message in JSON, with our extension attributes. */
export const envelopeSchema = z.looseObject({
  specversion: z.literal('1.0'),
  id: idField.describe('Of this message; who gets it twice knows it by its id.'),
  type: z.string().describe('Which contract the data keep.'),
  source: z.string().describe('Who says it.'),
  subject: idField.describe('The aggregate that it happened to.'),
  time: z.iso.datetime({ offset: true }).meta({
    pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`,
    description: 'When it happened.',
  }),
  aggregateversion: z
    .int()
    .positive()
    .describe("Position in the aggregate's life, from 1 without gaps; versions of one event share the number."),
  correlationid: z.string().describe('The request that it all began with.'),
  causationid: z.string().optional().describe('The message that led to this one.'),
  traceparent: z.string().optional().describe('Of the trace, as W3C Trace Context has it.'),
  data: z.unknown(),
});

export type Envelope = z.infer<typeof envelopeSchema>;
