import { z } from 'zod';

/** Where the shop runs whose journeys are tested; set by `npm test`. */
export const config = z
  .object({
    SOUK_URL: z.url(),
    SOUK_MAIL_INBOX_URL: z.url(),
    SOUK_STRIPE_EMULATOR_URL: z.url(),
    SOUK_STACK_FILE: z.string(),
    /** Where every process of the shop sends its traces, and where they can be read. */
    SOUK_TRACES_URL: z.url(),
    DEMO_ADMIN_PASSWORD: z.string(),
    DEMO_MANAGER_PASSWORD: z.string(),
    DEMO_CUSTOMER_PASSWORD: z.string(),
  })
  .parse(process.env);
