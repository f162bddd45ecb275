// @ts-check
// The press itself, a process of its own (press.ts says why). Plain JavaScript: Node starts it without a build.
// It gets a template's name and data, gives a PDF, and knows nothing else: no database, no network, no settings.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const templates = dirname(fileURLToPath(import.meta.url))
const fontFiles = process.argv.slice(2)

const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
})

process.on('message', (/** @type {import('./press.ts').Job} */ job) => {
  process.send?.({ id: job.id, ...printed(job) })
  // The compiler remembers what it has set: with the next sheet, nothing of this one is left in it.
  compiler.evictCache(0)
})
process.on('disconnect', () => process.exit())

/** @param {import('./press.ts').Job} job */
function printed({ template, data }) {
  const compiled = compiler.compile({ mainFilePath: join(templates, template), inputs: { sheet: data } })
  if (!compiled.result) return { failed: templateErrors(compiled) }
  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const missing = missingLetters(message)
    // The compiler quotes the words it stumbled on between back ticks: they stay in here.
    return missing.length > 0 ? { missing } : { failed: message.replace(/`.*?`/gs, '...') }
  }
}

/** @param {import('@myriaddreamin/typst-ts-node-compiler').NodeTypstCompileResult} compiled */
function templateErrors(compiled) {
  const error = compiled.takeError() ?? compiled.takeDiagnostics()
  if (!error) return 'the template gave no document'
  const found = compiler.fetchDiagnostics(error).filter(({ severity }) => severity === 1)
  return found.map(({ message, path }) => `${message.replace(/`.*?`/gs, '...')} (${path.split('/').at(-1)})`).join('; ')
}

/**
 * Code points of the letters no font has, from the compiler's complaint: the text `"..."` could not be displayed.
 * @param {string} message
 */
function missingLetters(message) {
  const texts = [...message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs)].map(([, text]) =>
    (text ?? '').replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  return [...new Set(texts.flatMap((text) => [...text]))].map((letter) => letter.codePointAt(0) ?? 0)
}
