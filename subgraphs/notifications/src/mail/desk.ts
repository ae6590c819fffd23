import type { Ask } from '@souk/kit/asking';
import type { RenderedMail } from '../templates/layout/letter.js';
import type { Recipient } from './mailer.js';
import type { Storefront } from './storefront.js';

/** What is needed to make mails of messages. */
export interface Desk {
  ask: Ask;
  storefront: Storefront;
  /** Absent when nobody of staff gets mail. */
  staffEmail: string | undefined;
}

export interface AddressedLetter {
  to: Recipient;
  letter: RenderedMail;
}
