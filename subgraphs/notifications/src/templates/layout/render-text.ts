import type { Block, Fact, Letter } from './letter.js';

/** A letter as plain text. */
export function renderText({ labels, heading, greeting, paragraphs, action, blocks }: Letter): string {
  const parts = [
    heading,
    greeting,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...blocks.map(renderBlock),
    `--\n${labels.footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'goods': {
      const rows = block.rows.map(({ name, quantity, amount }) => `${quantity} × ${name}: ${amount}`);
      return [...rows, '', ...block.totals.map(renderFact)].join('\n');
    }
    case 'facts':
      return block.facts.map(renderFact).join('\n');
    case 'address':
      return [`${block.title}:`, ...block.lines].join('\n');
  }
}

function renderFact({ label, value }: Fact): string {
  return `${label}: ${value}`;
}
