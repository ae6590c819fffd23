import { registerEnumType } from 'type-graphql';
import { type AdjustmentReason, kindByReason } from '../domain/stock-movement.js';

export const AdjustmentReasonEnum = Object.fromEntries(
  (Object.keys(kindByReason) as AdjustmentReason[]).map((reason) => [reason, reason]),
);
registerEnumType(AdjustmentReasonEnum, {
  name: 'StockAdjustmentReason',
  description: 'Why staff change what is on hand.',
  valuesConfig: {
    DELIVERY: { description: 'A supplier delivered; only more.' },
    RETURN: { description: 'A customer sent goods back that can be sold again; only more.' },
    COUNT: { description: 'Somebody counted.' },
    DAMAGE: { description: 'Goods can no longer be sold.' },
    LOSS: { description: 'Goods cannot be found.' },
  },
});
