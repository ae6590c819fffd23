export const authenticationStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --paper: #ffffff; --ground: #f2f4f7; --line: #d5dbe1; --yes: #1f6f4a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceff2; --quiet: #a4adb6; --paper: #1d2126; --ground: #131619; --line: #39414a; --yes: #2b8a5d; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(26rem, 100%); padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 1rem; box-shadow: 0 1rem 3rem rgb(0 0 0 / 8%); }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; }
p { margin: 0 0 1rem; color: var(--quiet); }
.note { display: inline-block; margin: 0 0 1rem; padding: .125rem .625rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8125rem; }
.amount { color: var(--ink); font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums; }
form { display: grid; gap: .75rem; margin-top: 1.5rem; }
button { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: none; color: var(--ink); font: inherit; font-weight: 600; cursor: pointer; }
button.yes { border-color: var(--yes); background: var(--yes); color: #fff; }
button:focus-visible { outline: 3px solid #4c8dff; outline-offset: 2px; }
`;
