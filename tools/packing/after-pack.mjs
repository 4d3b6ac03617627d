// Run by electron-builder over what it has packed: sets the fuses by the table, reads them back and stops the build on any
// difference. electron-builder sets them once more before it signs, by electron-builder.yml, which is held to the table too.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fuseFaults, readFuseWires, settingFaults } from './fuse-wire.mjs'
import { FUSES } from './fuses.mjs'

const V1 = '1'

/** Settings in the form @electron/fuses takes them. */
function fuseConfig() {
  return { version: V1, ...Object.fromEntries(FUSES.map(({ place, on }) => [place, on])) }
}

/** Path of the packed program's binary. */
export function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const product = packager.appInfo.productFilename
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${product}.exe`)
  if (electronPlatformName === 'linux') return path.join(appOutDir, packager.executableName)
  const frameworks = `${product}.app/Contents/Frameworks/Electron Framework.framework`
  return path.join(appOutDir, frameworks, 'Electron Framework')
}

/** Throws where the binary's fuses are not those of the table. */
export async function demandFuses(binary) {
  const faults = readFuseWires(await readFile(binary)).flatMap(wire => fuseFaults(wire))
  if (faults.length > 0)
    throw new Error(`the fuses of ${path.basename(binary)} are not those of the table: ${faults.join('; ')}`)
}

/** electron-builder's hook. */
export async function afterPack(context) {
  const faults = settingFaults(context.packager.config.electronFuses)
  if (faults.length > 0) throw new Error(faults.join('; '))
  await context.packager.addElectronFuses(context, fuseConfig())
  await demandFuses(binaryOf(context))
}

// biome-ignore lint/style/noDefaultExport: electron-builder takes the hook by this name.
export default afterPack
