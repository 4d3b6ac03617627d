import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/application/model.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import type { Translate } from '../i18n.ts'

export type MenuCommand = EventOf<'menu.command'>['command']

/** What the menu sets in motion. */
export interface MenuActions {
  command(command: MenuCommand): void
  setLanguage(language: Language): void
  report(): void
  about(): void
}

/** The menu in one language; made anew when the language changes. */
export function menuTemplate(t: Translate, language: Language, actions: MenuActions): MenuItemConstructorOptions[] {
  const go = (command: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    label: t(`menu.${command}`),
    accelerator,
    click: () => actions.command(command),
  })
  const inLanguage = (choice: Language): MenuItemConstructorOptions => ({
    label: t(`menu.language.${choice}`),
    type: 'radio',
    checked: choice === language,
    click: () => actions.setLanguage(choice),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: t('menu.file'),
      submenu: [
        go('import', 'CmdOrCtrl+7'),
        go('settings', 'CmdOrCtrl+9'),
        line,
        { role: 'quit', label: t('menu.quit'), accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        go('today', 'CmdOrCtrl+1'),
        go('register', 'CmdOrCtrl+2'),
        go('reception', 'CmdOrCtrl+3'),
        go('applications', 'CmdOrCtrl+4'),
        go('schedule', 'CmdOrCtrl+5'),
        go('report', 'CmdOrCtrl+6'),
        go('directories', 'CmdOrCtrl+8'),
        line,
        go('search', 'CmdOrCtrl+K'),
        go('contact', 'F6'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoomIn'), accelerator: 'CmdOrCtrl+Plus' },
        { role: 'zoomOut', label: t('menu.zoomOut'), accelerator: 'CmdOrCtrl+-' },
        { role: 'resetZoom', label: t('menu.zoomReset'), accelerator: 'CmdOrCtrl+0' },
        line,
        { label: t('menu.language'), submenu: [inLanguage('kk'), inLanguage('ru')] },
      ],
    },
    {
      label: t('menu.help'),
      submenu: [
        go('keys', 'F1'),
        { label: t('menu.diagnostics'), click: actions.report },
        { label: t('menu.about'), click: actions.about },
      ],
    },
  ]
}
