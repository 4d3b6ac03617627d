import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Zod is told that it may make no code of text before any shape is made of it: both are one chunk, which every other one waits for. */
const PARSING = { name: 'parsing', test: /node_modules[\\/]zod[\\/]|renderer[\\/]without-eval\.ts$/ }

/**
 * We write workbooks with exceljs and never read one by it: what it unzips with stays out, two dozen packages with a second
 * reader of hostile files and one that states no licence.
 */
const WITHOUT_UNZIPPER = {
  name: 'without-unzipper',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'unzipper' ? '\0unzipper' : null),
  load: (id: string) => (id === '\0unzipper' ? 'export {}' : null),
}

/** What a page holds itself is painted before its files are there: they are asked for after it. */
const PAINTED_FIRST = {
  name: 'painted-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) => {
      const styles = html.match(/^ *<link rel="stylesheet".*\n/gm) ?? []
      return styles
        .reduce((rest, style) => rest.replace(style, ''), html)
        .replace(/^ *<\/body>/m, `${styles.join('')}  </body>`)
    },
  },
}

export default defineConfig({
  main: {
    plugins: [WITHOUT_UNZIPPER],
    build: {
      outDir: 'dist/app/main',
      // Everything is bundled: the packed application carries no node_modules.
      externalizeDeps: false,
      rollupOptions: { input: 'electron/main.ts', output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'dist/app/preload',
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: { input: 'electron/preload.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), PAINTED_FIRST],
    worker: { format: 'es', rollupOptions: { output: { codeSplitting: { groups: [PARSING] } } } },
    build: {
      outDir: 'dist/app/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: 'renderer/index.html',
          sheet: 'renderer/sheet.html',
          hall: 'renderer/hall.html',
          recovery: 'renderer/recovery.html',
        },
        output: { codeSplitting: { groups: [PARSING] } },
      },
    },
  },
})
