import { rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';

/** What moves money or goods is named after what it moves: `placeOrder`, `refundPayment`, `adjustStock`. */
const movesMoneyOrGoods = /(Order|Payment|Refund|Return|Stock|Reservation|Shipment)s?$/;

/**
 * Mutations of money and stock take `idempotencyKey: ID!` and answer `replayed`. Others may; but a key and the answer to it
 * come together.
 */
export function idempotency(subgraph: Subgraph): Remark[] {
  return rootFields(subgraph, 'Mutation').flatMap((mutation) => {
    const key = fieldOf(mutation.arguments[0]?.type, 'idempotencyKey', subgraph);
    const replayed = fieldOf(mutation.type, 'replayed', subgraph);
    if (movesMoneyOrGoods.test(mutation.name) && key?.type !== 'ID!') return [remark(mutation, 'is not')];
    return (key === undefined) === (replayed === undefined) ? [] : [remark(mutation, 'is only half')];
  });
}

function fieldOf(type = '', field: string, { types }: Subgraph): Member | undefined {
  return types.get(namedType(type))?.fields.find(({ name }) => name === field);
}

function remark(place: Member, state: string): Remark {
  const message = `${place.name} ${state} ready to be sent twice.`;
  const fix =
    'Put `idempotencyKey: ID!` into its input and let its payload extend ReplayablePayloadType of @souk/kit/graphql.';
  return { place, code: 'NOT_IDEMPOTENT', message, fix };
}
