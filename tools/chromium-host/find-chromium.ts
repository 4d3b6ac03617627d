import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where a Chromium may stand on each system, best first. */
export function chromiumPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  const asked = env.QABYLDAU_CHROMIUM ? [env.QABYLDAU_CHROMIUM] : []
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter(root => root !== undefined)
    const edge = roots.map(root => path.win32.join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'))
    const chrome = roots.map(root => path.win32.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'))
    return [...asked, ...edge, ...chrome]
  }
  if (platform === 'darwin') {
    return [
      ...asked,
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ]
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return [...asked, ...names.map(name => `/usr/bin/${name}`)]
}

export function findChromium(): string | undefined {
  return chromiumPlaces(process.platform, process.env).find(existsSync)
}
