import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), dropUnusedSchemas()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Browsers of the last two years: older targets would turn logical directions into lists of languages.
    cssTarget: ['chrome121', 'firefox121', 'safari17.2'],
    // Nothing is inlined as data: or as an inline script, so that the content security policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The first load names every file that a later page asks for: names that only a reader would miss cost each family a kilobyte. A language keeps its own.
      output: { chunkFileNames: ({ name }) => (name === 'en' ? 'assets/[name]-[hash].js' : 'assets/[hash].js') },
      treeshake: {
        // The design system does not declare that its modules are free of side effects; used as we use it, they are. Without
        // this, every component (and its floating-ui and custom elements) would be in the first load of a family on a phone.
        moduleSideEffects: (id) => !/node_modules\/@digdir\/designsystemet-(react|web)\//.test(id),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: {
      '/api': { target: server, ws: true },
      '/sign-in': { target: server },
      '/demo-id': { target: server },
    },
  },
})

/**
 * Core states its schemas beside its plain values, and a bundler must keep a call it knows nothing of. Making each top-level
 * `const schema = z.…` a pure expression lets the schemas that no page parses with fall away, and zod with them (27 kB gzip).
 */
function dropUnusedSchemas(): Plugin {
  return {
    name: 'drop-unused-schemas',
    enforce: 'post',
    apply: 'build',
    transform: {
      filter: { id: /\/core\/src\/[^?]*\.ts$/ },
      handler(code) {
        const edits: { at: number; text: string }[] = []
        for (const statement of this.parse(code).body) {
          const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
          if (declaration?.type !== 'VariableDeclaration') continue
          for (const { init } of declaration.declarations) {
            if (init?.type !== 'CallExpression' && init?.type !== 'NewExpression') continue
            edits.push({ at: init.start, text: '/* @__PURE__ */ (() => ' }, { at: init.end, text: ')()' })
          }
        }
        let out = code
        for (const { at, text } of edits.sort((a, b) => b.at - a.at)) out = out.slice(0, at) + text + out.slice(at)
        return { code: out, map: null }
      },
    },
  }
}
