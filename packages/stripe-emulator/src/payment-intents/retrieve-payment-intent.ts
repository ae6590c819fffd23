import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { findIntent } from './find-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';

const parameters = z.strictObject({ client_secret: z.string().optional() });

export const retrievePaymentIntent = operation(parameters, (work, _values, id) =>
  presentPaymentIntent(work, findIntent(work, id)),
);
