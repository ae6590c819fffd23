import type { MessageSummary } from '../messages/message.js';
import { escapeHtml } from './escape-html.js';
import { page } from './page.js';
import { timeElement } from './time-element.js';

interface ListView {
  messages: MessageSummary[];
  to: string;
}

export function listPage(view: ListView): string {
  return page(
    'Mail inbox',
    `<header class="bar">
  <h1><a href="/">Mail inbox</a></h1>
  <form role="search" action="/" method="get">
    <label for="to" class="hidden">Recipient</label>
    <input id="to" name="to" type="search" value="${escapeHtml(view.to)}" placeholder="Search by recipient" autocomplete="off">
    <button>Search</button>
  </form>
  <button id="clear" class="quiet" hidden>Delete all</button>
</header>
<main>
  <p id="news" class="hidden" role="status"></p>
  <div id="messages">${messageList(view)}</div>
</main>`,
  );
}

/** The list alone, which the page's script fetches again and again. */
export function messageList({ messages, to }: ListView): string {
  if (messages.length === 0) return emptyList(to);
  return `<ul class="messages">${messages.map(messageItem).join('')}</ul>`;
}

function messageItem({ id, from, to, subject, preview, receivedAt }: MessageSummary): string {
  return `<li>
  <a id="message-${id}" href="/messages/${id}">
    <span class="from">${escapeHtml(from)}</span>
    ${timeElement(receivedAt)}
    <span class="subject">${escapeHtml(subject || '(no subject)')}</span>
    <span class="to"><span class="hidden">to </span>${escapeHtml(to.join(', '))}</span>
    <span class="preview">${escapeHtml(preview)}</span>
  </a>
</li>`;
}

function emptyList(to: string): string {
  const text = to
    ? `Nothing has been sent to “${escapeHtml(to)}”.`
    : 'No mail yet. It appears here the moment it is sent.';
  return `<p class="empty">${text}</p>`;
}
