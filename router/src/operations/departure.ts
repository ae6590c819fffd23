import type { ServerResponse } from 'node:http';

/** What can be given up when nobody waits for it any more. */
export interface Abandonable {
  abandon(): void;
}

/** Tells when whoever asked has gone. Much cheaper than a signal with its listeners, of which each fetch would need one. */
export class Departure {
  private readonly underWay = new Set<Abandonable>();
  private gone = false;

  get hasLeft(): boolean {
    return this.gone;
  }

  leave(): void {
    this.gone = true;
    for (const work of this.underWay) work.abandon();
    this.underWay.clear();
  }

  /** From now on until it is {@link forget forgotten}, the work is given up when they go. */
  hold(work: Abandonable): void {
    this.underWay.add(work);
  }

  forget(work: Abandonable): void {
    this.underWay.delete(work);
  }
}

/** The departure of a client that waits for this response. */
export function departureOf(response: ServerResponse): Departure {
  const departure = new Departure();
  response.once('close', () => departure.leave());
  return departure;
}
