// Builds what `npm start` runs: server/dist/main.js by esbuild, web/dist by Vite. Prints what a first visit downloads.
import { readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { build as buildWeb } from 'vite'

const root = join(import.meta.dirname, '..')
const serverOutput = join(root, 'server', 'dist')
const webOutput = join(root, 'web', 'dist')

/**
 * Our own rooms go into the bundle; packages from npm stay where npm put them. Code that looks for a file beside itself
 * (migrations, fonts) finds it from the bundle too: its import.meta is that of the source.
 * @type {esbuild.Plugin}
 */
const ourRooms = {
  name: 'our-rooms',
  setup(build) {
    const resolve = createRequire(join(root, 'server', 'package.json')).resolve
    build.onResolve({ filter: /^@velferdslab\// }, ({ path }) => ({ path: resolve(path) }))
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const file = JSON.stringify(relative(serverOutput, path).replaceAll(sep, '/'))
      const folder = JSON.stringify(`/${relative(serverOutput, dirname(path)).replaceAll(sep, '/')}`)
      const contents = source
        .replaceAll('import.meta.url', `new URL(${file}, import.meta.url).href`)
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${folder})`)
      return { contents, loader: 'ts' }
    })
  },
}

async function buildServer() {
  rmSync(serverOutput, { recursive: true, force: true })
  await esbuild.build({
    entryPoints: [join(root, 'server', 'src', 'main.ts')],
    outdir: serverOutput,
    bundle: true,
    // What is imported when it is needed (the demo's identity provider, the typesetter) stays out of memory until then.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    plugins: [ourRooms],
    logLevel: 'warning',
  })
}

/** What the browser fetches before the first page shows: the page, its script with everything it imports at once, its styles. */
function firstLoad() {
  const page = readFileSync(join(webOutput, 'index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => String(file))
  /** @param {string} file */
  const zipped = (file) => gzipSync(readFileSync(join(webOutput, file))).length
  /** @param {string} ending */
  const sum = (ending) => files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + zipped(file), 0)
  return { page: zipped('index.html'), scripts: sum('.js'), styles: sum('.css') }
}

await Promise.all([buildServer(), buildWeb({ root: join(root, 'web'), logLevel: 'warn' })])
const { page, scripts, styles } = firstLoad()
/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
console.log(
  `First load of the web, gzipped: ${kB(page + scripts + styles)} (scripts ${kB(scripts)}, styles ${kB(styles)}).`,
)
