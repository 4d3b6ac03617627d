// Makes dist/admin/qabyldau-admin.mjs: the administrator's program as one file that needs Node 20 and nothing else.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { command, root } from './setup/run.mjs'

export async function buildAdmin(outDir = path.join(root, 'dist/admin')) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'electron/admin/main.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'qabyldau-admin.mjs', codeSplitting: false } },
    },
  })
  return path.join(outDir, 'qabyldau-admin.mjs')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await command(async () => {
    await buildAdmin()
    return 0
  })
