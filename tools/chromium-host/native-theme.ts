import { EventEmitter } from 'node:events'
import type { Page } from './page.ts'

type Source = 'system' | 'light' | 'dark'

/** `nativeTheme`. The stand-in does not ask the system: its own answer is light until told otherwise. */
class NativeTheme extends EventEmitter {
  #source: Source = 'system'
  #systemIsDark = false
  #pages = new Set<WeakRef<Page>>()

  get themeSource(): Source {
    return this.#source
  }

  set themeSource(source: Source) {
    this.#source = source
    this.#changed()
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark'
  }

  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly prefersReducedTransparency = false

  /** A test plays the system. */
  pretendSystem(dark: boolean): void {
    this.#systemIsDark = dark
    this.#changed()
  }

  #changed(): void {
    for (const kept of this.#pages) {
      const page = kept.deref()
      if (page) void this.#tell(page)
      else this.#pages.delete(kept)
    }
    this.emit('updated')
  }

  async applyTo(page: Page): Promise<void> {
    this.#pages.add(new WeakRef(page))
    if (this.#source !== 'system' || this.#systemIsDark) await this.#tell(page)
  }

  async #tell(page: Page): Promise<void> {
    const value = this.shouldUseDarkColors ? 'dark' : 'light'
    await page
      .send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => undefined)
  }
}

export const nativeTheme = new NativeTheme()
