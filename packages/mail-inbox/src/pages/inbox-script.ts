/** Runs in the browser: keeps the list fresh and empties it on demand. Without it, the pages still work. */
export const inboxScript = `
const list = document.getElementById('messages');
const news = document.getElementById('news');
const clear = document.getElementById('clear');
const everyMs = 2000;
let shown;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch('/messages' + location.search, { cache: 'no-cache' });
  const html = await answer.text();
  if (!answer.ok || html === shown) return;
  if (shown !== undefined) show(html);
  shown = html;
}

function show(html) {
  const focused = document.activeElement?.id;
  const before = list.querySelectorAll('li').length;
  list.innerHTML = html;
  if (focused) document.getElementById(focused)?.focus();
  const more = list.querySelectorAll('li').length - before;
  news.textContent = more > 0 ? more + ' new' : '';
}

async function keepFresh() {
  await refresh().catch(() => { news.textContent = 'The inbox does not answer.'; });
  setTimeout(keepFresh, everyMs);
}

if (list) {
  keepFresh();
  clear.hidden = false;
  clear.addEventListener('click', async () => {
    if (!confirm('Delete all messages?')) return;
    await fetch('/api/messages', { method: 'DELETE' });
    await refresh();
  });
}
`;
