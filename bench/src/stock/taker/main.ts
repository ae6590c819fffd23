import { connectTo, type ManyConnections } from '@souk/inventory/testing/many-connections';
import { Turns } from '@souk/kit/concurrency';
import { answerParent } from '../../router/processes/answer-parent.js';
import { takings } from '../take-one.js';
import type { TakerAnswer, TakerQuestion } from './taker-question.js';

/** A process of inventory has ten connections; this one has as many as two, of the four that the bench is to be like. */
const pools = 2;

let connections: ManyConnections | undefined;

answerParent(async ({ databaseUrl, taking, goods, units, atOnce }: TakerQuestion): Promise<TakerAnswer> => {
  connections ??= await connectTo(databaseUrl, pools);
  const { em } = connections;
  const takeOne = takings[taking];
  const turns = new Turns(atOnce);
  const durationsMs: number[] = [];
  const take = async () => {
    const began = performance.now();
    if (await takeOne(em(), goods)) durationsMs.push(performance.now() - began);
  };
  await Promise.all(Array.from({ length: units }, () => turns.take(take)));
  return { durationsMs };
});
