/** Tells the sender that a message is not taken: for now with a code of 400 and more, for good from 500. */
export class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'SmtpRefusal';
  }
}
