import { presentCharge } from '../charges/present-charge.js';
import { invalidRequest } from '../failures/stripe-failure.js';
import { presentPaymentIntent } from '../payment-intents/present-payment-intent.js';
import type { Work } from '../state/work.js';

type Json = Record<string, unknown>;

const deepest = 4;

/** Replaces ids by the objects they stand for, along paths like `latest_charge` or `data.payment_intent`. */
export function expand(work: Work, body: object, paths: readonly string[]): object {
  return paths.reduce((expanded, path) => along(work, expanded as Json, path), body);
}

function along(work: Work, body: Json, path: string): Json {
  const [field, ...rest] = path.split('.');
  if (!field || rest.length >= deepest || !(field in body)) throw cannotExpand(path);
  return { ...body, [field]: expandValue(work, body[field], rest.join('.')) };
}

function expandValue(work: Work, value: unknown, rest: string): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((element) => along(work, element as Json, rest));
  const object = typeof value === 'string' ? lookUp(work, value) : value;
  if (typeof object !== 'object') throw cannotExpand(rest);
  return rest === '' ? object : along(work, object as Json, rest);
}

function lookUp(work: Work, id: string): object | undefined {
  const charge = work.find('charges', id);
  if (charge) return presentCharge(charge);
  const intent = work.find('intents', id);
  return intent && presentPaymentIntent(work, intent);
}

function cannotExpand(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
