import Stripe from 'stripe';
import { stripeTestSecretKey } from './config.js';
import { RunningEmulator } from './start-emulator.js';

/** Where the same promises are to hold. */
interface Provider {
  name: string;
  start: () => Promise<{ stripe: Stripe; stop: () => Promise<void> }>;
}

const emulated: Provider = {
  name: 'the emulator',
  start: async () => {
    const emulator = await RunningEmulator.start();
    return { stripe: emulator.stripe, stop: () => emulator.stop() };
  },
};

const itself = (key: string): Provider => ({
  name: 'Stripe itself',
  start: async () => ({ stripe: new Stripe(key, { maxNetworkRetries: 2 }), stop: async () => {} }),
});

/** The emulator always; Stripe itself when there is a test key for it. */
export const providers = stripeTestSecretKey ? [emulated, itself(stripeTestSecretKey)] : [emulated];
