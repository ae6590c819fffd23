import { answerTo } from '@souk/kit/asking';
import { Money } from '@souk/kit/domain';
import { askShippingRates } from '@souk/schema/questions/shipping';
import { offeredRates } from '../domain/shipping-rate.js';
import { findRates } from '../persistence/find-rates.js';

/** Tells what sending a parcel costs. */
export const answerShippingRates = answerTo(askShippingRates, async (request, { em }) => {
  const rates = await findRates(em, request.destination.countryCode, request.channelId);
  const subtotal = Money.of(request.subtotal.amountMinor, request.subtotal.currency);
  const offers = offeredRates(rates, { weightGrams: request.weightGrams, subtotal });
  return { rates: offers.map((offer) => ({ ...offer, price: offer.price.toJSON() })) };
});
