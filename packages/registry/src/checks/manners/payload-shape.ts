import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { SdlType, Subgraph } from '../../sdl/subgraph.js';
import { isRequired } from '../../sdl/type-text.js';

/** These are known of a refusal too. */
const always = ['userErrors', 'replayed'];
const fix =
  'Let it extend PayloadType of @souk/kit/graphql, for `userErrors: [UserError!]!`, and hold the thing as a nullable field.';

/** A payload holds what came of it, nullable because it may be refused, and the refusals. */
export function payloadShape(subgraph: Subgraph): Remark[] {
  return typesOf(subgraph, 'object')
    .filter(({ name }) => name.endsWith('Payload'))
    .flatMap(remark);
}

function remark(payload: SdlType): Remark[] {
  const results = payload.fields.filter(({ name }) => !always.includes(name));
  const refusals = payload.fields.find(({ name }) => name === 'userErrors');
  const missing = [
    ...(refusals?.type === '[UserError!]!' ? [] : ['no `userErrors: [UserError!]!`']),
    ...(results.length > 0 ? [] : ['nothing that tells what came of it']),
  ].map((lack) => ({ place: payload, message: `${payload.name} holds ${lack}.` }));
  const rigid = results
    .filter(({ type }) => isRequired(type))
    .map((place) => ({ place, message: `${place.coordinate} is never null, though the mutation may be refused.` }));
  return [...missing, ...rigid].map((found) => ({ ...found, code: 'PAYLOAD_SHAPE', fix }));
}
