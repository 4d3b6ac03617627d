import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { menuTemplate } from '#electron/windows/menu.ts'
import { MAP_KEY } from '#renderer/app/key-groups.ts'
import { digitOf, SCREENS } from '#renderer/app/route.ts'
import { CONTACT_KEY } from '#renderer/features/contacts/contact-keys.ts'

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap(item => [item, ...flat((item.submenu as MenuItemConstructorOptions[] | undefined) ?? [])])
}

function make() {
  const actions = { command: vi.fn(), setLanguage: vi.fn(), report: vi.fn(), about: vi.fn() }
  const items = flat(menuTemplate(key => key, 'ru', actions))
  const click = (label: string) => (items.find(item => item.label === label)?.click as (() => void) | undefined)?.()
  return { actions, items, click }
}

it('every entry has words, and no shortcut is given twice', () => {
  const { items } = make()
  for (const item of items) expect(item.type === 'separator' || item.label?.startsWith('menu.')).toBe(true)
  const shortcuts = items.flatMap(item => (item.accelerator ? [item.accelerator] : []))
  expect(new Set(shortcuts).size).toBe(shortcuts.length)
  expect(shortcuts).toContain('CmdOrCtrl+1')
})

it('the shortcuts are the keys of the desk: every screen, the search, contacts and the map of keys', () => {
  const { actions, items } = make()
  const commandOf = (accelerator: string) => {
    items.find(item => item.accelerator === accelerator)?.click?.({} as never, undefined, {} as never)
    return actions.command.mock.lastCall?.[0]
  }
  for (const screen of SCREENS) {
    const digit = digitOf(screen)
    if (digit !== null) expect(commandOf(`CmdOrCtrl+${digit}`)).toBe(screen)
  }
  expect(commandOf('CmdOrCtrl+K')).toBe('search')
  expect(commandOf(CONTACT_KEY)).toBe('contact')
  expect(commandOf(MAP_KEY)).toBe('keys')
})

it('entries do what they say', () => {
  const { actions, items, click } = make()
  for (const command of ['today', 'applications', 'schedule', 'report', 'import', 'settings', 'search']) {
    click(`menu.${command}`)
    expect(actions.command).toHaveBeenLastCalledWith(command)
  }
  click('menu.language.kk')
  expect(actions.setLanguage).toHaveBeenCalledWith('kk')
  expect(items.find(item => item.label === 'menu.language.ru')?.checked).toBe(true)
  click('menu.diagnostics')
  expect(actions.report).toHaveBeenCalledOnce()
  click('menu.about')
  expect(actions.about).toHaveBeenCalledOnce()
})
