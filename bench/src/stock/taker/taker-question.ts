import type { HotGoods } from '../hot-goods.js';
import type { Taking } from '../take-one.js';

/** What a process that takes units is asked to do. */
export interface TakerQuestion {
  databaseUrl: string;
  taking: Taking;
  goods: HotGoods;
  units: number;
  atOnce: number;
}

export interface TakerAnswer {
  /** How long each unit took that was had, in milliseconds. */
  durationsMs: number[];
}
