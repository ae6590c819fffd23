import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { movementKinds, type StockMovement } from '../domain/stock-movement.js';
import { AdjustmentReasonEnum } from './adjustment-reason.enum.js';

const MovementKindEnum = Object.fromEntries(movementKinds.map((kind) => [kind, kind]));
registerEnumType(MovementKindEnum, {
  name: 'StockMovementKind',
  description: 'How units came or went.',
  valuesConfig: {
    RECEIVED: { description: 'Goods came in.' },
    SOLD: { description: 'Goods left for a customer.' },
    RETURNED: { description: 'A customer sent goods back.' },
    ADJUSTED: { description: 'What is written was made to agree with what is there.' },
  },
});

@Directive('@requiresScopes(scopes: [["inventory:read"], ["inventory:write"]])')
@ObjectType('StockMovement', { description: 'One entry of the stock ledger, which is only ever added to.' })
export class StockMovementType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MovementKindEnum, { description: 'How the units came or went.' })
  kind!: string;

  @Field(() => Int, { description: 'How many units: positive for what came, negative for what went.' })
  quantity!: number;

  @Field(() => Int, { description: 'What was on hand in the warehouse afterwards.' })
  onHandAfter!: number;

  @Field(() => AdjustmentReasonEnum, { nullable: true, description: 'Why, where a member of staff did it.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What they noted.' })
  note!: string | null;

  @Field(() => ID, { nullable: true, description: 'The member of staff who did it.' })
  staffId!: string | null;

  @Field(() => Date, { description: 'When.' })
  occurredAt!: Date;

  warehouseId!: string;
}

export function toStockMovementType(movement: StockMovement): StockMovementType {
  const { id, kind, quantity, onHandAfter, reason, note, staffId, occurredAt, warehouseId } = movement;
  const facts = { id, kind, quantity, onHandAfter, reason, note, staffId, occurredAt, warehouseId };
  return Object.assign(new StockMovementType(), facts);
}
