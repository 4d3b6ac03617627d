import { EventEmitter } from 'node:events'
import { app } from './app.ts'

type Template = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  click?: (item: MenuItem, window: unknown, event: object) => void
  submenu?: Template[] | Menu
}

/** An entry of a menu. Kept for what a test reads and clicks; Chromium's window shows no menu and hears no accelerators. */
export class MenuItem {
  id: string
  label: string
  role: string | undefined
  type: string
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  click: () => void
  submenu: Menu | undefined

  constructor(template: Template) {
    const {
      id = '',
      label = '',
      role,
      accelerator,
      enabled = true,
      visible = true,
      checked = false,
      submenu,
    } = template
    this.id = id
    this.label = label || role || ''
    this.role = role
    this.type = template.type ?? (submenu ? 'submenu' : 'normal')
    this.accelerator = accelerator
    this.enabled = enabled
    this.visible = visible
    this.checked = checked
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    this.click = () => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (role === 'quit') app.quit()
      template.click?.(this, undefined, {})
    }
  }
}

let applicationMenu: Menu | null = null

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: Template[]): Menu {
    const menu = new Menu()
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(at: number, item: MenuItem): void {
    this.items.splice(at, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {}
  closePopup(): void {}
}
