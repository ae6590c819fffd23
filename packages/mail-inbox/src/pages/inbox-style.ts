export const inboxStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --quiet: #59636e; --paper: #ffffff; --ground: #f2f4f7; --line: #d9dee4; --mark: #1c5fc4; --hover: #f7f9fb;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceff2; --quiet: #a4adb6; --paper: #1d2126; --ground: #131619; --line: #353c44; --mark: #7fb0ff; --hover: #242a30; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: .375rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bar { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 1rem; }
.bar h1 { margin: 0; font-size: 1.25rem; }
.bar h1 a { color: inherit; text-decoration: none; }
.bar form { display: flex; flex: 1 1 16rem; gap: .5rem; max-width: 28rem; }
.back { margin: 0; }
input, button, .button { padding: .5rem .875rem; border: 1px solid var(--line); border-radius: .625rem; background: var(--paper); color: var(--ink); font: inherit; text-decoration: none; }
input { flex: 1; min-width: 0; }
button, .button { font-weight: 600; cursor: pointer; }
button:hover, .button:hover { background: var(--hover); }
.quiet { color: var(--quiet); font-weight: 500; }
main { max-width: 60rem; margin: 0 auto; padding: 0 1rem 3rem; }
.messages { margin: 0; padding: 0; list-style: none; overflow: hidden; border: 1px solid var(--line); border-radius: .875rem; background: var(--paper); }
.messages li + li { border-top: 1px solid var(--line); }
.messages a { display: grid; grid-template-columns: 1fr auto; gap: .125rem 1rem; padding: .875rem 1.125rem; color: inherit; text-decoration: none; }
.messages a:hover { background: var(--hover); }
.messages a:focus-visible { outline-offset: -3px; }
.from, .to, time { color: var(--quiet); font-size: .875rem; }
.subject { font-weight: 600; overflow-wrap: anywhere; }
.to, .messages time { text-align: end; }
.preview { grid-column: 1 / -1; color: var(--quiet); overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.empty { margin: 0; padding: 4rem 1rem; border: 1px dashed var(--line); border-radius: .875rem; color: var(--quiet); text-align: center; }
.message h1 { margin: .5rem 0 1rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
.envelope { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1.5rem; }
.envelope dt { color: var(--quiet); }
.envelope dd { margin: 0; overflow-wrap: anywhere; }
.envelope time { color: inherit; font-size: inherit; }
.tabs { display: flex; gap: .25rem; margin-bottom: .75rem; }
.tabs a { padding: .375rem .875rem; border-radius: .625rem; color: var(--quiet); font-weight: 500; text-decoration: none; }
.tabs a[aria-current] { background: var(--paper); color: var(--ink); box-shadow: inset 0 0 0 1px var(--line); }
iframe, .text, .headers { display: block; width: 100%; margin: 0; border: 1px solid var(--line); border-radius: .875rem; background: var(--paper); }
iframe { height: max(32rem, calc(100vh - 20rem)); background: #fff; color-scheme: light; }
.text { padding: 1.25rem; font: .9375rem/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.headers { display: table; border-spacing: 0; overflow: hidden; font-size: .875rem; }
.headers th { width: 12rem; text-align: start; color: var(--quiet); font-weight: 500; }
.headers th, .headers td { padding: .5rem 1rem; vertical-align: top; overflow-wrap: anywhere; }
.headers tr + tr > * { border-top: 1px solid var(--line); }
@media (max-width: 40rem) {
  .messages a { grid-template-columns: 1fr; }
  .to, .messages time { text-align: start; }
}
`;
