import { setTimeout as delay } from 'node:timers/promises';

const shortestMs = 20;
const longestMs = 50;

/** Lets those who have hold of some units finish: they keep them, or give them back. */
export async function pause(): Promise<void> {
  await delay(shortestMs + Math.random() * (longestMs - shortestMs));
}
