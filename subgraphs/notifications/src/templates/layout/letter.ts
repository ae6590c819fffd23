import type { Labels } from '../words/words.js';

/** What stands above the columns of a letter's table of goods. */
export interface GoodsColumns {
  name: string;
  quantity: string;
  amount: string;
}

/** What one line of a letter's table of goods says. */
export interface GoodsRow {
  name: string;
  quantity: number;
  amount: string;
}

/** A part of a letter between its paragraphs and its end. */
export type Block =
  | { kind: 'goods'; columns: GoodsColumns; rows: readonly GoodsRow[]; totals: readonly Total[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'address'; title: string; lines: readonly string[] };

export interface Fact {
  label: string;
  value: string;
}

export interface Total extends Fact {
  /** Whether it is what the others lead to. */
  isSum: boolean;
}

/** What a message says, before it is known how it is shown. */
export interface Letter {
  labels: Labels;
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: readonly string[];
  blocks: readonly Block[];
  action: { label: string; url: string } | null;
}

/** A message as it is sent: the same twice, for those who see and for those who read it aloud or in a terminal. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}
