import { z } from 'zod';

/** Where the running shop is; set by `npm run demo`. */
export const config = z.object({ SOUK_URL: z.url(), SOUK_MAIL_INBOX_URL: z.url() }).parse(process.env);
