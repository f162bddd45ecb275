/**
 * The stylesheet of the few pages the server draws itself: sign-in's notices and the demo provider. Same names and values as
 * the theme in web; a string and not a file, so that a bundled server needs nothing beside it.
 */
export const style = `:root {
  color-scheme: light dark;
  --vl-linen: #f5f0e6; --vl-linen-deep: #eae2d2; --vl-paper: #fffdfa; --vl-ink: #1e2a28; --vl-ink-soft: #55605b;
  --vl-line: #ddd3c1; --vl-line-strong: #85796a; --vl-fjord: #0f4f4a; --vl-fjord-deep: #0a3b38; --vl-fjord-soft: #ddebe5;
  --vl-on-fjord: #ffffff; --vl-amber-base: #e8a838;
  --vl-shadow-1: 0 1px 2px rgb(60 45 20 / .10), 0 0 0 1px rgb(60 45 20 / .05);
  --vl-font: Inter, "Inter Variable", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif;
  --vl-1: .25rem; --vl-2: .5rem; --vl-3: .75rem; --vl-4: 1rem; --vl-5: 1.5rem; --vl-6: 2rem; --vl-7: 3rem;
  --vl-radius-s: 6px; --vl-radius: 12px; --vl-radius-l: 20px;
  --vl-focus: 3px solid var(--vl-ink); --vl-focus-halo: 0 0 0 6px var(--vl-amber-base);
}
:root, [data-shell] {
  --vl-base: 1rem; --vl-target: 2.75rem;
  --vl-text-s: calc(var(--vl-base) * .875); --vl-text-l: calc(var(--vl-base) * 1.1875);
  --vl-text-2xl: calc(var(--vl-base) * 1.875); --vl-text-3xl: calc(var(--vl-base) * 2.5);
}
[data-shell="family"] { --vl-base: 1.125rem; --vl-target: 3rem; }
@media (prefers-color-scheme: dark) {
  :root {
    --vl-linen: #141c1a; --vl-linen-deep: #0e1513; --vl-paper: #1d2724; --vl-ink: #f0ebe1; --vl-ink-soft: #b7bdb3;
    --vl-line: #37433f; --vl-line-strong: #84908a; --vl-fjord: #84cdbb; --vl-fjord-deep: #a5ddce; --vl-fjord-soft: #1f3b36;
    --vl-on-fjord: #07211d; --vl-shadow-1: 0 0 0 1px rgb(255 255 255 / .07);
  }
}

*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--vl-linen); color: var(--vl-ink); font: 400 var(--vl-base)/1.5 var(--vl-font);
  font-feature-settings: "cv05", "ss03"; text-rendering: optimizeLegibility;
}
h1, p, ul, fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
h1 {
  font-weight: 650; font-size: var(--vl-text-2xl); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance;
  overflow-wrap: break-word;
}
p { text-wrap: pretty; }
a { color: var(--vl-fjord); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
:focus-visible {
  outline: var(--vl-focus); outline-offset: 3px; box-shadow: var(--vl-focus-halo); border-radius: var(--vl-radius-s);
}
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.soft { color: var(--vl-ink-soft); }
.small { font-size: var(--vl-text-s); line-height: 1.45; }
.phone { white-space: nowrap; font-weight: 600; }

.bar { max-width: 62rem; min-height: 4.5rem; margin-inline: auto; padding: var(--vl-3) var(--vl-6); display: flex; align-items: center; }
.bar .mark { display: block; color: var(--vl-fjord); line-height: 0; border-radius: var(--vl-radius-s); }
.bar .mark svg { width: 9.25rem; height: 2.5rem; }
.btn {
  display: inline-flex; align-items: center; justify-content: center; min-height: var(--vl-target); padding: .5em 1.15em;
  border: 1.5px solid var(--vl-fjord); border-radius: var(--vl-radius); background: var(--vl-fjord); color: var(--vl-on-fjord);
  font-weight: 600; line-height: 1.25; text-decoration: none; cursor: pointer;
}
.btn:hover { background: var(--vl-fjord-deep); border-color: var(--vl-fjord-deep); }
.btn--quiet { background: transparent; border-color: var(--vl-line-strong); color: var(--vl-ink); font-weight: 500; }
.btn--quiet:hover { background: var(--vl-linen-deep); border-color: var(--vl-ink); }
.btn--wide { width: 100%; }
.card { background: var(--vl-paper); border-radius: var(--vl-radius-l); box-shadow: var(--vl-shadow-1); padding: var(--vl-6); }

/* one message and what to do */
.notice { display: grid; gap: var(--vl-4); width: min(34rem, 100% - 2rem); margin: var(--vl-6) auto var(--vl-7); }
.ways { display: grid; gap: var(--vl-3); margin-top: var(--vl-2); }

/* the demo provider: who do you want to be */
.picker { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--vl-5); max-width: 62rem; margin: var(--vl-4) auto var(--vl-7); padding-inline: var(--vl-6); }
.hello { display: grid; gap: var(--vl-3); max-width: 40rem; }
.hello h1 { font-size: var(--vl-text-3xl); letter-spacing: -.03em; line-height: 1.1; }
.info { padding: .85rem 1.1rem; border-radius: var(--vl-radius); background: var(--vl-fjord-soft); line-height: 1.4; }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(25rem, 100%), 1fr)); gap: var(--vl-3); }
.people li { display: grid; }
.person {
  display: flex; align-items: center; gap: var(--vl-4); width: 100%; min-height: 5.25rem; padding: var(--vl-3) var(--vl-4);
  border: 1.5px solid transparent; border-radius: var(--vl-radius-l); background: var(--vl-paper); box-shadow: var(--vl-shadow-1);
  text-align: start; line-height: 1.35; cursor: pointer;
}
.person:hover { border-color: var(--vl-fjord); background: var(--vl-fjord-soft); }
.person:hover .initials { background: var(--vl-paper); }
.person:focus-visible { border-radius: var(--vl-radius-l); }
.initials {
  display: grid; place-items: center; flex: none; width: 3rem; height: 3rem; border-radius: 50%;
  background: var(--vl-fjord-soft); color: var(--vl-fjord); font-weight: 650;
}
.person b { display: block; font-weight: 600; font-size: var(--vl-text-l); letter-spacing: -.01em; }
.person .soft { display: block; }
.level summary { display: inline-flex; align-items: center; min-height: var(--vl-target); font-weight: 600; color: var(--vl-fjord); cursor: pointer; }
.level summary::marker, .level summary::-webkit-details-marker { display: none; content: ""; }
.level summary::before {
  content: ""; width: .5em; height: .5em; margin-inline: .15em .65em; border: solid currentColor; border-width: 0 2px 2px 0;
  transform: rotate(-45deg);
}
.level[open] summary::before { transform: translateY(-.15em) rotate(45deg); }
legend { padding: 0; margin-block: var(--vl-2); font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: var(--vl-3); max-width: 40rem; }
.tile {
  display: flex; align-items: center; gap: var(--vl-3); min-height: 3.5rem; padding: .6rem .9rem; line-height: 1.25; cursor: pointer;
  border: 1.5px solid var(--vl-line-strong); border-radius: var(--vl-radius); background: var(--vl-paper);
}
.tile input { width: 1.5rem; height: 1.5rem; flex: none; margin: 0; accent-color: var(--vl-fjord); }
.tile:hover { border-color: var(--vl-ink); }
.tile:has(:checked) { border-color: var(--vl-fjord); background: var(--vl-fjord-soft); box-shadow: inset 0 0 0 1px var(--vl-fjord); }
.tile b { display: block; font-weight: 600; }
.foot { display: flex; flex-wrap: wrap; align-items: center; gap: var(--vl-3) var(--vl-5); }

@media (max-width: 40rem) {
  .bar { min-height: 4rem; padding: var(--vl-2) var(--vl-4); }
  .bar .mark svg { width: 8.25rem; height: 2.25rem; }
  .picker { padding-inline: var(--vl-4); margin-top: var(--vl-2); }
  .notice { margin-top: var(--vl-3); }
  .card { padding: 1.25rem; }
  .foot .btn { width: 100%; }
}
@media (forced-colors: active) {
  :root { --vl-focus: 3px solid Highlight; --vl-focus-halo: none; }
  .card, .btn, .info, .person, .initials { border: 1px solid; }
}
`
