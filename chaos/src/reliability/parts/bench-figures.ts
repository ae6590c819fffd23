import type { Level } from '@souk/bench/load/measure-levels';
import type { Surroundings } from '@souk/bench/measure/surroundings';
import type { Rush } from '@souk/bench/scenarios/judge-rush';
import type { Takings } from '@souk/bench/stock/measure-takings';

/** What every bench writes as JSON. */
interface BenchJson {
  surroundings: Surroundings;
}

/** What `npm run bench -- flash-sale --json` writes. */
export interface FlashSaleFigures extends BenchJson {
  size: { buyers: number; units: number; atOnce: number };
  take: Takings;
  reserve: Takings;
  rush: Rush;
}

/** What the benches of steady load write. */
export interface LoadFigures extends BenchJson {
  levels: Level[];
}

export interface LatencyFigures {
  checkout: LoadFigures;
  browse: LoadFigures;
}
