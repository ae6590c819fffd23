/** A mail, ready to be sent. */
export interface Mail {
  /** The Message-ID header, in angle brackets. */
  messageId: string;
  to: Recipient;
  subject: string;
  html: string;
  text: string;
}

export interface Recipient {
  name: string;
  address: string;
}

/** What hands mail to the world. */
export interface Mailer {
  /**
   * Hands a mail to a mail server and returns what that said.
   * @throws {UndeliverableError} when it will never be taken. Any other error: not now, or nobody knows.
   */
  send(mail: Mail): Promise<string>;
}

/** A mail that cannot be delivered, however often it is tried. */
export class UndeliverableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UndeliverableError';
  }
}
