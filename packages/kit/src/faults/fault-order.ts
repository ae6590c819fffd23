import type { FaultPoint } from './fault-points.js';

/** What a fault point is to do: die as by kill -9, wait while everything else goes on, or fail. */
export type FaultAction = { kind: 'exit' } | { kind: 'stall'; ms: number } | { kind: 'throw' };

export interface FaultOrder {
  point: FaultPoint;
  action: FaultAction;
  /** At the how manieth time that somebody comes by. */
  pass: number;
}

const form = /^([\w.]+)=(exit|throw|stall:(\d+))(?:@(\d+))?$/;

/** Reads `point=exit`, `point=stall:500` or `point=throw`, each also with `@3` for the third pass; null for nothing. */
export function readFaultOrder(text: string): FaultOrder | null {
  if (text.trim() === '') return null;
  const match = form.exec(text.trim());
  if (!match)
    throw new Error(`"${text}" is no order for a fault point: write point=exit, point=stall:500 or point=throw@3.`);
  const [, point, word, ms, pass = '1'] = match;
  return { point: point as FaultPoint, action: actionOf(word ?? '', ms), pass: Number(pass) };
}

function actionOf(word: string, ms: string | undefined): FaultAction {
  if (ms !== undefined) return { kind: 'stall', ms: Number(ms) };
  return { kind: word as 'exit' | 'throw' };
}
