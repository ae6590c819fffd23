import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Faults } from '../faults/faults.js';
import type { MessageStore } from '../messages/message-store.js';
import { readMessage } from '../messages/read-message.js';
import { SmtpRefusal } from './smtp-refusal.js';

const largestMessage = 5 * 1024 * 1024;

interface Surroundings {
  store: MessageStore;
  faults: Faults;
  logger: Logger;
  now: () => Date;
}

/** An SMTP server that accepts mail for everybody, from everybody, and keeps it. */
export function createSmtpReceiver(surroundings: Surroundings): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    banner: 'mail inbox',
    closeTimeout: 2_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMessage,
    onData: (stream, session, answer) => {
      receive(surroundings, stream, session).then(
        () => answer(),
        (error: Error) => answer(error),
      );
    },
  });
  // NOTE: a sender that hangs up in the middle is an error event; unheard, it would end this process.
  server.on('error', (error) => surroundings.logger.warn({ error }, 'an SMTP connection failed'));
  return server;
}

/** @throws {SmtpRefusal} when the message is too large, or refused on purpose. */
async function receive(surroundings: Surroundings, stream: SMTPServerDataStream, session: SMTPServerSession) {
  const { store, faults, now } = surroundings;
  const raw = await buffer(stream);
  await wait(faults.settings.latencyMs);
  if (stream.sizeExceeded) throw new SmtpRefusal(552, 'The message is too large.');
  const code = faults.takeRejection();
  if (code) throw new SmtpRefusal(code, 'Not now.');
  store.add(await readMessage(raw, envelopeOf(session)), raw, now());
}

function envelopeOf({ envelope }: SMTPServerSession) {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map(({ address }) => address) };
}
