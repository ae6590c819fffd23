const filter = document.querySelector('#filter');
const output = document.querySelector('output[for=filter]');
const articles = [...document.querySelectorAll('main article')].map(describe);

filter.addEventListener('input', () => apply(filter.value));
document.addEventListener('keydown', onKey);
window.addEventListener('hashchange', showTarget);

/** What of an article is searched: its own words, and those of each of its members. */
function describe(article) {
  const members = [...article.querySelectorAll('dl > div, tbody tr')].map((element) => ({
    element,
    words: wordsOf(element),
  }));
  const own = article.cloneNode(true);
  for (const part of own.querySelectorAll('dl, table, details, .relation')) part.remove();
  const links = document.querySelectorAll(`.contents a[href="#${CSS.escape(article.id)}"]`);
  return { article, members, words: wordsOf(own), entry: links[0]?.closest('li') };
}

function wordsOf(element) {
  return `${element.id} ${element.textContent}`.toLowerCase();
}

/** Shows what holds every word; of an article that does not, those members that do. */
function apply(text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (words) => wanted.every((word) => words.includes(word));
  let count = 0;
  for (const { article, members, words, entry } of articles) {
    const isWhole = holds(words);
    for (const member of members) member.element.hidden = !isWhole && !holds(member.words);
    const isShown = isWhole || members.some(({ element }) => !element.hidden);
    article.hidden = !isShown;
    if (entry) entry.hidden = !isShown;
    if (isShown) count += 1;
  }
  hideEmpty();
  output.value = wanted.length > 0 ? `${count} of ${articles.length}` : '';
}

/** A section without anything to show is not shown either, nor is its heading among the contents. */
function hideEmpty() {
  for (const section of document.querySelectorAll('main > section')) {
    section.hidden = !section.querySelector('article:not([hidden])');
    const heading = document.querySelector(`.contents h2 > a[href="#${section.id}"]`)?.parentElement;
    if (heading) heading.hidden = section.hidden;
  }
}

function onKey(event) {
  if (event.key === '/' && document.activeElement !== filter) {
    event.preventDefault();
    filter.select();
  }
  if (event.key === 'Escape' && document.activeElement === filter) clear();
}

function clear() {
  filter.value = '';
  apply('');
}

/** A link may lead to what the filter hides. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  clear();
  target.scrollIntoView();
}
