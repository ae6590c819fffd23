import { answerTo } from '@souk/kit/asking';
import { askVariants } from '@souk/schema/questions/catalog';
import { variantOffers } from '../persistence/find-offers.js';

/** Tells what variants cost now, how they are taxed, and whether they are sold. */
export const answerVariants = answerTo(askVariants, async (request, { em }) => ({
  variants: await variantOffers(em, request),
}));
