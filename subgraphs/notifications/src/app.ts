import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import type { NotificationsConfig } from './config.js';
import { Message } from './domain/message.js';
import { handlers } from './events/handlers.js';
import { publishMessageEvent } from './events/publish-message-event.js';
import { graph } from './graphql/graph.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { Storefront } from './mail/storefront.js';
import { schemas } from './persistence/schemas.js';
import { writeNotice } from './templates/write-notice.js';
import { sendMessages } from './workers/send-messages.js';

/** Composes and starts notifications. */
export function startNotifications(config: NotificationsConfig, logger: Logger): Promise<RunningSubgraph> {
  const { SMTP_URL, MAIL_FROM, STOREFRONT_URL, STAFF_EMAIL: staffEmail } = config;
  const mailer = new SmtpMailer(SMTP_URL, MAIL_FROM);
  return startSubgraph({
    name: 'notifications',
    config,
    logger,
    schemas,
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers: [[Message, publishMessageEvent]],
    graph,
    handlers,
    handlerContext: () => ({ staffEmail }),
    context: () => ({ writeNotice }),
    onStop: async () => mailer.close(),
    workers: [sendMessages({ mailer, storefront: new Storefront(STOREFRONT_URL), staffEmail })],
  });
}
