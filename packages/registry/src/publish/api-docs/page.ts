import { generatedMark } from '../../state/generated-mark.js';
import { type Html, html } from './html.js';

/** A part of a page, with what it holds. */
export interface Section {
  id: string;
  title: string;
  /** What leads there: the fragment and the name that people see. */
  entries: readonly { id: string; name: string }[];
  body: Html;
}

export interface Page {
  file: 'index.html' | 'events.html';
  title: string;
  introduction: Html;
  sections: readonly Section[];
}

/** Writes a page of the reference. It needs nothing but the two files beside it. */
export function renderPage(page: Page): string {
  const sections = page.sections.filter(({ entries }) => entries.length > 0);
  return html`<!doctype html>
<!-- ${generatedMark} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Souk · ${page.title}</title>
<link rel="stylesheet" href="style.css">
<script src="search.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
${navigation(page)}
<search><label for="filter">Filter</label><input id="filter" type="search" placeholder="Press / to filter" autocomplete="off" spellcheck="false"><output for="filter" aria-live="polite"></output></search>
</header>
<div class="columns">
<nav class="contents" aria-label="Contents">
${sections.map(contents)}</nav>
<main id="content" tabindex="-1">
<h1>${page.title}</h1>
<div class="introduction">${page.introduction}</div>
${sections.map(section)}</main>
</div>
</body>
</html>
`.text;
}

const pages = [
  { file: 'index.html', name: 'Graph' },
  { file: 'events.html', name: 'Events' },
];

function navigation({ file: current }: Page): Html {
  const link = ({ file, name }: { file: string; name: string }) =>
    html`<a href="${file}"${file === current && html` aria-current="page"`}>${name}</a>`;
  return html`<nav class="pages" aria-label="Pages"><span class="brand">Souk</span>${pages.map(link)}</nav>`;
}

function contents({ id, title, entries }: Section): Html {
  const links = entries.map((entry) => html`<li><a href="#${entry.id}">${entry.name}</a></li>\n`);
  return html`<h2><a href="#${id}">${title}</a></h2>\n<ul>\n${links}</ul>\n`;
}

function section({ id, title, body }: Section): Html {
  return html`<section id="${id}">
<h2>${title}</h2>
${body}</section>
`;
}
