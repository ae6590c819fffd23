import { Html, html } from './html.js';
import type { Letter } from './letter.js';
import { renderBlock } from './render-html-block.js';
import { styles } from './styles.js';

/** A letter as a page that loads nothing from elsewhere and reads well without styles. */
export function renderHtml(letter: Letter): string {
  const { labels, subject, paragraphs } = letter;
  return html`<!doctype html>
<html lang="${labels.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="${styles.page}">
<div style="${styles.preview}">${paragraphs[0] ?? ''}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.backdrop}">
<tr><td align="center" style="${styles.margin}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.sheet}">
<tr><td style="${styles.masthead}">Souk</td></tr>
<tr><td style="${styles.body}">${renderBody(letter)}</td></tr>
<tr><td style="${styles.footer}">${labels.footer}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.markup;
}

function renderBody({ heading, greeting, paragraphs, action, blocks }: Letter): Html {
  return html`
<h1 style="${styles.heading}">${heading}</h1>
<p style="${styles.paragraph}">${greeting}</p>
${paragraphs.map((text) => html`<p style="${styles.paragraph}">${text}</p>\n`)}
${action ? renderAction(action) : new Html('')}
${blocks.map(renderBlock)}`;
}

function renderAction({ label, url }: { label: string; url: string }): Html {
  return html`<p style="${styles.actionLine}"><a href="${url}" style="${styles.action}">${label}</a></p>`;
}
