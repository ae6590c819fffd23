import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Warehouse } from '../domain/warehouse.js';

@Directive('@requiresScopes(scopes: [["inventory:read"], ["inventory:write"]])')
@ObjectType('Warehouse', { description: 'A place where stock lies.' })
export class WarehouseType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people and files call it.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'The smaller, the sooner it is asked to serve an order.' })
  priority!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its country, ISO 3166-1 alpha-2; it serves that country first. Null when nobody has said.',
  })
  countryCode!: string | null;

  @Field(() => Date, { description: 'When it was opened.' })
  openedAt!: Date;
}

export function toWarehouseType({ id, code, name, priority, countryCode, openedAt }: Warehouse): WarehouseType {
  return Object.assign(new WarehouseType(), { id, code, name, priority, countryCode, openedAt });
}
