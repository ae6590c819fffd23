import { z } from 'zod';
import { config } from './config.js';

const spansSchema = z.array(
  z.object({
    service: z.string(),
    traceId: z.string(),
    spanId: z.string(),
    parentSpanId: z.string().optional(),
    name: z.string(),
  }),
);

export type ReceivedSpan = z.infer<typeof spansSchema>[number];

/** What every process of the shop has told of its work so far. */
export async function receivedSpans(): Promise<ReceivedSpan[]> {
  const response = await fetch(`${config.SOUK_TRACES_URL}/spans`);
  return spansSchema.parse(await response.json());
}
