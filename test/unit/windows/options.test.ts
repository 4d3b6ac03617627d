import { expect, it } from 'vitest'
import { windowOptions } from '#electron/windows/options.ts'

const setting = { preload: '/p.cjs', packaged: true, visible: true, bounds: { width: 1, height: 2 }, title: 't' }

const RIGHTS = {
  preload: '/p.cjs',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  safeDialogs: true,
  navigateOnDragDrop: false,
  devTools: false,
}

it('the desk has exactly these rights', () => {
  expect(windowOptions('desk', setting)).toEqual({
    width: 1,
    height: 2,
    minWidth: 960,
    minHeight: 640,
    title: 't',
    show: true,
    backgroundColor: '#ffffff',
    webPreferences: { ...RIGHTS, backgroundThrottling: true },
  })
})

it('a sheet has the same and is never throttled', () => {
  expect(windowOptions('sheet', { ...setting, visible: false })).toEqual({
    width: 1,
    height: 2,
    title: 't',
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: { ...RIGHTS, backgroundThrottling: false },
  })
})

it('developer tools are there only in an unpacked program', () => {
  expect(windowOptions('desk', { ...setting, packaged: false }).webPreferences?.devTools).toBe(true)
})
