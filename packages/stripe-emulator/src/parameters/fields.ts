import { z } from 'zod';

/** Stripe's limit: eight digits. */
export const largestAmount = 99_999_999;

const currencies = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** A text that is not empty: an empty value means "unset" to Stripe, and is refused where nothing can be unset. */
export const text = z.string().superRefine((value, context) => {
  if (value !== '') return;
  context.addIssue({
    code: 'custom',
    message: 'You passed an empty string. Leave the parameter out, or give it a value.',
    params: { code: 'parameter_invalid_empty' },
  });
});

/** A whole number, sent as digits. */
export function integer(minimum: number, maximum: number) {
  return z.string().transform((value, context) => {
    const problem = problemWith(value, minimum, maximum);
    if (!problem) return Number(value);
    context.addIssue({ code: 'custom', ...problem });
    return z.NEVER;
  });
}

function problemWith(value: string, minimum: number, maximum: number) {
  const code = 'parameter_invalid_integer';
  if (!/^-?\d+$/.test(value)) return { message: `Invalid integer: ${value}`, params: { code } };
  if (Number(value) < minimum) {
    return { message: `This value must be greater than or equal to ${minimum}.`, params: { code } };
  }
  if (Number(value) <= maximum) return undefined;
  return { message: `This value must be no more than ${maximum}.`, params: { code: tooLarge(maximum) } };
}

function tooLarge(maximum: number): string {
  return maximum === largestAmount ? 'amount_too_large' : 'parameter_invalid_integer';
}

export const amount = integer(1, largestAmount);

export const boolean = z
  .enum(['true', 'false'], { error: (issue) => `Invalid boolean: ${String(issue.input)}` })
  .transform((value) => value === 'true');

export const currency = z.string().refine((value) => currencies.has(value), {
  error: (issue) => `Invalid currency: ${String(issue.input)}. Give a three-letter ISO code in lower case.`,
});

/** Up to 50 pairs. An empty value takes a key away, an empty text takes all away. */
export const metadata = z
  .union([z.literal(''), z.record(z.string().max(40), z.string().max(500))])
  .refine((value) => Object.keys(value).length <= 50, 'Metadata can have up to 50 keys.');

export function mergeMetadata(current: Record<string, string>, change: z.infer<typeof metadata> = {}) {
  if (change === '') return {};
  return Object.fromEntries(Object.entries({ ...current, ...change }).filter(([, value]) => value !== ''));
}
