import { PayloadType, payloadOf, type SubgraphContext, toMoneyType } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { findZones, ratesByZoneCode, type ZoneRateRow } from '../persistence/find-zones.js';
import { setShippingRate } from '../use-cases/set-shipping-rate.js';
import { SetShippingRateInput } from './set-shipping-rate.input.js';
import { ShippingRateType, ShippingZoneType } from './shipping-zone.type.js';

@ObjectType({ description: 'What `setShippingRate` answers.' })
export class SetShippingRatePayload extends PayloadType {
  @Field(() => Boolean, { nullable: true, description: 'Whether the price is set.' })
  isSet?: boolean;
}

@Resolver(() => ShippingZoneType)
export class ShippingZoneResolver {
  @Directive('@requiresScopes(scopes: [["shipping:read"]])')
  @Directive('@listSize(assumedSize: 10)')
  @Query(() => [ShippingZoneType], { nullable: true, description: 'Where the shop sends to, for staff.' })
  async shippingZones(@Ctx() { em }: SubgraphContext): Promise<ShippingZoneType[]> {
    const zones = await findZones(em);
    return zones.map(({ code, name, country_codes }) =>
      Object.assign(new ShippingZoneType(), { code, name, countryCodes: country_codes }),
    );
  }

  @FieldResolver(() => [ShippingRateType], { description: 'What sending there costs.' })
  async rates(@Root() zone: ShippingZoneType, @Ctx() context: SubgraphContext): Promise<ShippingRateType[]> {
    return ((await ratesByZoneCode(context).load(zone.code)) ?? []).map(toShippingRateType);
  }

  @Directive('@requiresScopes(scopes: [["shipping:write"]])')
  @Mutation(() => SetShippingRatePayload, {
    nullable: true,
    description: 'Sets what a way of sending costs. Refusals: NOT_FOUND, INVALID_AMOUNT.',
  })
  setShippingRate(
    @Arg('input', () => SetShippingRateInput, { description: 'What to set.' }) input: SetShippingRateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SetShippingRatePayload> {
    return payloadOf<SetShippingRatePayload>(async () => {
      await setShippingRate(context, { ...input, freeFromMinor: input.freeFromMinor ?? null });
      return { isSet: true };
    });
  }
}

function toShippingRateType(row: ZoneRateRow): ShippingRateType {
  const inCurrency = (amountMinor: string) => toMoneyType({ amountMinor: Number(amountMinor), currency: row.currency });
  return Object.assign(new ShippingRateType(), {
    methodCode: row.method_code,
    price: inCurrency(row.price_minor),
    freeFrom: row.free_from_minor === null ? null : inCurrency(row.free_from_minor),
    maxWeightGrams: row.max_weight_grams,
  });
}
