import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
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
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'dist/app/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'renderer/index.html', sheet: 'renderer/sheet.html' } },
    },
  },
})
