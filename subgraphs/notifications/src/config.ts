import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

/** What notifications reads beside what every subgraph does. */
export const notificationsConfig = subgraphConfig.extend({
  /** The mail server: `smtp://user:password@host:port`, or `smtps://` for one that speaks TLS from the start. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  /** Who mail comes from: `Name <address>`. */
  MAIL_FROM: z.string().regex(/^[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'not a mail address'),
  /** Where the links in messages lead. */
  STOREFRONT_URL: z.url({ protocol: /^https?$/ }),
  /** Who is told of stock that runs out. Absent: nobody. */
  STAFF_EMAIL: z.email().optional(),
});

export type NotificationsConfig = z.infer<typeof notificationsConfig>;

/** @throws {Error} that names every variable at fault. */
export function readNotificationsConfig(): NotificationsConfig {
  return readConfig(notificationsConfig, process.env);
}
