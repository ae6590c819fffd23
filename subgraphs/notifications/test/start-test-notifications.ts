import { answerQuestions, startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startNotifications } from '../src/app.js';
import { TestInbox } from './start-test-inbox.js';
import { TestShop } from './test-shop.js';

export const storefrontUrl = 'https://shop.example';
export const staffEmail = 'staff@souk.example';

export interface TestNotifications extends TestSubgraph {
  inbox: TestInbox;
  shop: TestShop;
}

/**
 * Notifications with a database, a broker and a mail server of its own, and somebody who answers its questions.
 * @param STAFF_EMAIL null when staff have no address.
 */
export async function startTestNotifications(STAFF_EMAIL: string | null = staffEmail): Promise<TestNotifications> {
  const [inbox, shop] = [await TestInbox.start(), new TestShop()];
  const own = {
    SMTP_URL: inbox.smtpUrl,
    MAIL_FROM: 'Souk <shop@souk.example>',
    STOREFRONT_URL: `${storefrontUrl}/`,
    ...(STAFF_EMAIL && { STAFF_EMAIL }),
  };
  const subgraph = await startTestSubgraph('notifications', migrations, (config, logger) =>
    startNotifications({ ...config, ...own }, logger),
  );
  const stopAnswering = answerQuestions(subgraph.running.parts, shop.answers);
  const stop = async () => {
    await stopAnswering();
    await subgraph.stop();
    await inbox.stop();
  };
  return { ...subgraph, inbox, shop, stop };
}
