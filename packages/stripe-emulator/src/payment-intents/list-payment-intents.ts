import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { presentList } from '../operations/present-list.js';
import { pageParameters } from '../parameters/page.js';
import { presentPaymentIntent } from './present-payment-intent.js';

export const listPaymentIntents = operation(z.strictObject(pageParameters), (work, page) =>
  presentList(
    {
      rows: work.all('intents'),
      kind: 'payment_intent',
      url: '/v1/payment_intents',
      present: (intent) => presentPaymentIntent(work, intent),
    },
    page,
  ),
);
