import { checkOut } from './check-out.js';
import { comeBackByLink } from './come-back-by-link.js';
import { config } from './config.js';
import { fillCart } from './fill-cart.js';
import { readScenario, type Scenario } from './scenario.js';
import { visit } from './visit.js';
import { watchOrder } from './watch-order.js';

try {
  const scenario = readScenario(process.argv.slice(2));
  if (scenario) await play(scenario);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function play(scenario: Scenario): Promise<void> {
  const visitor = await visit(config.SOUK_URL, scenario.isGuest);
  await fillCart(visitor, scenario);
  const orderId = await checkOut(visitor, scenario);
  if (scenario.isGuest) await comeBackByLink(visitor, config.SOUK_MAIL_INBOX_URL);
  await watchOrder(visitor, orderId, scenario);
  await visitor.shop.close();
}
