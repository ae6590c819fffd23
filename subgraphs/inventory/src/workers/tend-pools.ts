import type { Worker } from '@souk/kit/server';
import { largestPool } from '../domain/unit-pool.js';
import { findPoolsToTend, forgetLongWaits, tendPool } from '../use-cases/tend-pool.js';

const batchSize = 50;
/** A pool from which so many were taken in one round may be empty before the next. */
const drain = largestPool / 4;

/** Heats and cools stock levels, and fills the pools of hot ones. */
export const tendPools: Worker = {
  name: 'tend-pools',
  everyMs: 250,
  run: async ({ em, now }) => {
    const pools = await findPoolsToTend(em, batchSize);
    let mostTaken = 0;
    for (const pool of pools) mostTaken = Math.max(mostTaken, await tendPool({ em, now }, pool));
    await forgetLongWaits(em);
    return pools.length === batchSize || mostTaken >= drain;
  },
};
