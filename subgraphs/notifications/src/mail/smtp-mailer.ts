import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, UndeliverableError } from './mailer.js';

/** Far below the lease of a message, so that a try is over before anybody takes it for dead. */
const limitMs = 15_000;
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };
/** Mail comes in bursts; greeting a server anew for each would take longer than the mail itself. */
const pooling = { pool: true, maxConnections: 5, idleTimeout: 10_000 } as const;
/** Once more over a new connection, when the server had closed the kept one. Beyond that the message waits. */
const maxRequeues = 1;

/** Sends over SMTP, and keeps a few connections for as long as there is something to send. */
export class SmtpMailer implements Mailer {
  private readonly transport;

  /** @param from who mail comes from: `Name <address>`. */
  constructor(url: string, from: string) {
    this.transport = createTransport(
      { url, ...timeouts, ...pooling, maxRequeues, disableFileAccess: true, disableUrlAccess: true },
      { from, headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  }

  /** Says goodbye to the server. What is being sent is finished first. */
  close(): void {
    this.transport.close();
  }

  async send(mail: Mail): Promise<string> {
    try {
      const { response } = await this.transport.sendMail({ ...mail, signal: AbortSignal.timeout(limitMs) });
      return response;
    } catch (error) {
      throw isRefusal(error) ? new UndeliverableError(error.message, { cause: error }) : error;
    }
  }
}

/**
 * Whether the server refused this very mail for good, or its address is none. A server that refuses us (a login, a
 * greeting) says nothing of the mail: that is ours to mend, and the mail waits.
 */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, permanent } = error as { code?: unknown; permanent?: unknown };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && permanent !== false;
}
