import { parseRepublish } from './command-line.js';
import { publishAgain } from './publish-again.js';
import { runCommand } from './run-command.js';

const usage = `Publishes events of a subgraph once more, from its outbox: after a stream was lost. Consumers drop what they know.
The outbox keeps what was published within the last 7 days.

  npm run events:republish -- --subgraph orders --from 2026-05-04T10:00:00Z    what was published since then
  npm run events:republish -- --subgraph orders --from <id of an event>        that event, and what followed`;

await runCommand(usage, parseRepublish, publishAgain);
