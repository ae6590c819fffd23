import type { Summary } from '../../measure/percentiles.js';

/** What is to be sent, again and again. */
export interface LoadOrder {
  url: string;
  /** One for each client, which sends it over a connection of its own. */
  requests: LoadRequest[];
  forMs: number;
}

export interface LoadRequest {
  body: string;
  /** How long the answer is. */
  answerBytes: number;
}

export interface LoadFigures {
  requests: number;
  elapsedMs: number;
  /** Milliseconds from sending to having read the answer. */
  latency: Summary;
}
