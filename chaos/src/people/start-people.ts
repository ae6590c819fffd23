import { join } from 'node:path';
import { Journal } from '../journal/journal.js';
import type { Random } from '../random.js';
import type { World } from '../world/world.js';
import { Crowd } from './crowd.js';
import { accountDoor } from './doors.js';
import { LoadFigures } from './load-figures.js';
import { openMarket } from './market.js';
import { Patience } from './patience.js';
import type { People } from './people.js';
import { PeopleAtWork } from './people-at-work.js';
import { StaffMember } from './staff.js';

export interface PeopleOptions {
  random: Random;
  /** How many trips to the shop begin each second; nearly each of them places one order. */
  ordersPerSecond: number;
}

const customers = 30;
const staffMembers = 2;
const tasksPerSecondOfEach = 0.7;

/** Puts goods on sale, opens accounts, and lets everybody begin. The shop must be whole at this moment. */
export async function startPeople(world: World, { random, ordersPerSecond }: PeopleOptions): Promise<People> {
  const journalPath = join(world.folder, 'journal.jsonl');
  const journal = await Journal.create(journalPath);
  const patience = new Patience();
  const figures = new LoadFigures();
  const common = { world, journal, random, patience, figures };
  const market = await openMarket(world);
  const crowd = await Crowd.gather(common, customers);
  const people = new PeopleAtWork({ ...common, crowd, market, journalPath, ordersPerSecond });
  for (let number = 1; number <= staffMembers; number += 1) {
    const person = `staff-${number}`;
    const door = accountDoor(world.endpoint, world.signIns.manager);
    const staff = new StaffMember({ ...common, person, door, random: random.fork(person) }, market, people.tray);
    people.join(staff.work(tasksPerSecondOfEach));
  }
  people.begin();
  return people;
}
