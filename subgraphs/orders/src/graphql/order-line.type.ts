import { MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { OrderLine } from '../domain/order-line.js';
import { ProductVariantType } from './product-variant.type.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('OrderLine', { description: 'Goods as they were sold: names and prices never change again.' })
export class OrderLineType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ProductVariantType, { nullable: true, description: 'What was sold, as it is today.' })
  variant!: ProductVariantType | null;

  @Field(() => String, { description: 'The article number at the time.' })
  sku!: string;

  @Field(() => String, { description: 'What it was called at the time.' })
  name!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => MoneyType, { description: 'The price of one.' })
  unitPrice!: MoneyType;

  @Field(() => MoneyType, { description: 'Quantity × unit price.' })
  lineTotal!: MoneyType;

  @Field(() => MoneyType, { description: 'The tax on the line, inside or on top: see `pricesIncludeTax`.' })
  tax!: MoneyType;
}

export function toOrderLineType(line: OrderLine, currency: string): OrderLineType {
  const { id, variantId, sku, name, quantity, unitPriceMinor, lineTotalMinor, taxMinor } = line;
  const money = (amountMinor: number) => toMoneyType({ amountMinor, currency });
  return Object.assign(new OrderLineType(), {
    id,
    variant: Object.assign(new ProductVariantType(), { id: variantId }),
    sku,
    name,
    quantity,
    unitPrice: money(unitPriceMinor),
    lineTotal: money(lineTotalMinor),
    tax: money(taxMinor),
  });
}
