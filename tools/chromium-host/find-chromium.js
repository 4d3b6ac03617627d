// Plain JavaScript: the set-up asks it under any Node from 20 on.
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a Chromium may stand on each system, best first.
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function chromiumPlaces(platform, env) {
  const asked = env.QABYLDAU_CHROMIUM ? [env.QABYLDAU_CHROMIUM] : []
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter(root => root !== undefined)
    const edge = roots.map(root => path.win32.join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'))
    const chrome = roots.map(root => path.win32.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'))
    return [...asked, ...edge, ...chrome]
  }
  if (platform === 'darwin') {
    const inside = name => `/Applications/${name}.app/Contents/MacOS/${name}`
    return [...asked, ...['Chromium', 'Google Chrome', 'Microsoft Edge'].map(inside)]
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return [...asked, ...names.map(name => `/usr/bin/${name}`)]
}

/** @returns {string | undefined} */
export function findChromium() {
  return chromiumPlaces(process.platform, process.env).find(each => existsSync(each))
}
