import type { Readable } from './readable.ts'

/** The package as one page that needs nothing else: no script, no address, no font from elsewhere. Everything said is set as words. */
export function pageOf(readable: Readable): string {
  const { language, title, madeOn, lead, parts, nothing } = readable
  const sections = parts.map(
    ({ title: heading, sections }) =>
      `<section><h2 dir="auto">${safe(heading)}</h2>${sections
        .map(
          ({ title: name, note, items }) =>
            `<h3>${safe(name)}</h3>${note ? `<p class="soft">${safe(note)}</p>` : ''}${
              items.length > 0
                ? `<ul>${items
                    .map(
                      ({ text, facts }) =>
                        `<li><p dir="auto">${safe(text)}</p>${facts.length > 0 ? `<ul class="facts">${facts.map((fact) => `<li dir="auto">${safe(fact)}</li>`).join('')}</ul>` : ''}</li>`,
                    )
                    .join('')}</ul>`
                : note
                  ? ''
                  : `<p class="soft">${safe(nothing)}</p>`
            }`,
        )
        .join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${safe(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${safe(title)}</h1>
<p class="soft">${safe(madeOn)}</p>
${lead.map((each) => `<p>${safe(each)}</p>`).join('')}
${sections.join('\n')}
</main>
</body>
</html>
`
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const style = `
:root { color-scheme: light dark; --ink: #1e2a28; --soft: #55605b; --ground: #fbf8f2; --paper: #fff; --line: #ddd3c1; --fjord: #0f4f4a; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1ec; --soft: #b4beb8; --ground: #14201e; --paper: #1c2a28; --line: #3a4a46; --fjord: #8fd0c6; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 Inter, system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--fjord); font-size: 1.5rem; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; }
ul { margin: 0; padding: 0; list-style: none; }
li > p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
main > section > ul > li { margin-bottom: 0.6rem; padding: 0.7rem 0.9rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--paper); break-inside: avoid; }
.facts { margin-top: 0.25rem; color: var(--soft); font-size: 0.9375rem; }
.facts > li { overflow-wrap: anywhere; }
.soft { color: var(--soft); }
@media print { body { background: #fff; color: #000; font-size: 11pt; } main { max-width: none; padding: 0; } h3 { break-after: avoid; } }
`
