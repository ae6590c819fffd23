import { randomUUID } from 'node:crypto';
import { passwordMark } from '../invariants/password-mark.js';
import type { Journal } from '../journal/journal.js';
import type { Random } from '../random.js';
import type { World } from '../world/world.js';
import { accountDoor, guestDoor, openAccount } from './doors.js';
import type { LoadFigures } from './load-figures.js';
import type { Patience } from './patience.js';
import { Shopper } from './shopper.js';

export interface CrowdParts {
  world: World;
  journal: Journal;
  random: Random;
  patience: Patience;
  figures: LoadFigures;
}

const shareWithOldTokens = 0.3;

/** Those who may come to shop: a few with accounts, who come again and again, and any number of guests. */
export class Crowd {
  private readonly atHome: Shopper[] = [];
  private guests = 0;

  private constructor(private readonly parts: CrowdParts) {}

  /** Opens accounts. */
  static async gather(parts: CrowdParts, customers: number): Promise<Crowd> {
    const crowd = new Crowd(parts);
    for (let number = 1; number <= customers; number += 1) {
      const signIn = { email: `${randomUUID()}@chaos.example`, password: `${passwordMark}${randomUUID()}` };
      await openAccount(parts.world.endpoint, signIn);
      crowd.atHome.push(crowd.shopper(`customer-${number}`, accountDoor(parts.world.endpoint, signIn)));
    }
    return crowd;
  }

  /** Somebody who does nothing else now. A customer whose last trip is not over cannot come; then a guest does. */
  call(wantsCustomer: boolean, random: Random): Shopper {
    const known = wantsCustomer && this.atHome.length > 0;
    if (known) return this.atHome.splice(random.integer(0, this.atHome.length - 1), 1)[0]!;
    this.guests += 1;
    return this.shopper(`guest-${this.guests}`, guestDoor(this.parts.world.endpoint));
  }

  /** Their trip is over. Guests never come again; some customers need a new token when they do. */
  goHome(shopper: Shopper): void {
    if (shopper.name.startsWith('guest-')) return;
    if (shopper.parts.random.chance(shareWithOldTokens)) shopper.parts.door.renew();
    this.atHome.push(shopper);
  }

  private shopper(person: string, door: ReturnType<typeof guestDoor>): Shopper {
    const { journal, random, patience, figures } = this.parts;
    return new Shopper({ person, door, journal, random: random.fork(person), patience, figures });
  }
}
