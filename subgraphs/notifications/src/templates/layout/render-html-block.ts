import { type Html, html } from './html.js';
import type { Block, Fact, GoodsRow, Total } from './letter.js';
import { styles } from './styles.js';

type Goods = Extract<Block, { kind: 'goods' }>;

/** One block of a letter as markup. */
export function renderBlock(block: Block): Html {
  switch (block.kind) {
    case 'goods':
      return renderGoods(block);
    case 'facts':
      return html`<table cellpadding="0" cellspacing="0" border="0" style="${styles.table}"><tbody>${block.facts.map(renderFact)}</tbody></table>`;
    case 'address':
      return html`<h2 style="${styles.subheading}">${block.title}</h2>
<p style="${styles.address}">${block.lines.map((line) => html`${line}<br>`)}</p>`;
  }
}

function renderGoods({ columns, rows, totals }: Goods): Html {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.table}">
<thead><tr><th scope="col" style="${styles.columnLeft}">${columns.name}</th><th scope="col" style="${styles.columnRight}">${columns.quantity}</th><th scope="col" style="${styles.columnRight}">${columns.amount}</th></tr></thead>
<tbody>${rows.map(renderRow)}</tbody>
<tfoot>${totals.map(renderTotal)}</tfoot>
</table>`;
}

function renderRow({ name, quantity, amount }: GoodsRow): Html {
  return html`<tr><td style="${styles.cell}">${name}</td><td style="${styles.number}">${quantity}</td><td style="${styles.number}">${amount}</td></tr>`;
}

function renderTotal({ label, value, isSum }: Total): Html {
  const weight = isSum ? styles.strong : styles.plain;
  return html`<tr><th scope="row" colspan="2" style="${styles.totalLabel};${weight}">${label}</th><td style="${styles.total};${weight}">${value}</td></tr>`;
}

function renderFact({ label, value }: Fact): Html {
  return html`<tr><th scope="row" style="${styles.factLabel}">${label}</th><td style="${styles.cell}">${value}</td></tr>`;
}
