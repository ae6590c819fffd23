import type { Header, Message } from '../messages/message.js';
import { escapeHtml } from './escape-html.js';
import { linkedText } from './linked-text.js';
import { page } from './page.js';
import { timeElement } from './time-element.js';

export const messageViews = ['html', 'text', 'headers'] as const;
export type MessageView = (typeof messageViews)[number];

const viewNames: Record<MessageView, string> = { html: 'Message', text: 'Text', headers: 'Headers' };

/** One message: as it is meant to look, as text, or its headers. */
export function messagePage(message: Message, view: MessageView): string {
  return page(
    `${message.subject || '(no subject)'} – Mail inbox`,
    `<header class="bar">
  <p class="back"><a href="/"><span aria-hidden="true">←</span> All messages</a></p>
  <a class="quiet button" href="/api/messages/${message.id}/raw" download>Download</a>
</header>
<main class="message">
  <h1>${escapeHtml(message.subject || '(no subject)')}</h1>
  <dl class="envelope">
    <dt>From</dt><dd>${escapeHtml(message.from)}</dd>
    <dt>To</dt><dd>${escapeHtml(message.to.join(', '))}</dd>
    <dt>Received</dt><dd>${timeElement(message.receivedAt)}</dd>
    ${attachmentList(message)}
  </dl>
  <nav class="tabs" aria-label="Views of this message">${messageViews.map((name) => tab(message, name, view)).join('')}</nav>
  ${contentOf(message, view)}
</main>`,
  );
}

function tab({ id }: Message, name: MessageView, current: MessageView): string {
  const mark = name === current ? ' aria-current="page"' : '';
  return `<a href="/messages/${id}?view=${name}"${mark}>${viewNames[name]}</a>`;
}

function attachmentList({ attachments }: Message): string {
  if (attachments.length === 0) return '';
  const names = attachments.map(({ fileName, sizeBytes }) => `${fileName} (${Math.ceil(sizeBytes / 1024)} kB)`);
  return `<dt>Attached</dt><dd>${escapeHtml(names.join(', '))}</dd>`;
}

function contentOf(message: Message, view: MessageView): string {
  if (view === 'headers') return headerTable(message.headers);
  if (view === 'html' && message.html) {
    return `<iframe title="The message" src="/messages/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  }
  if (message.text) return `<pre class="text">${linkedText(message.text)}</pre>`;
  return '<p class="empty">This message has no text.</p>';
}

function headerTable(headers: Header[]): string {
  const rows = headers.map(
    ({ name, value }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="headers"><caption class="hidden">Headers</caption><tbody>${rows.join('')}</tbody></table>`;
}
