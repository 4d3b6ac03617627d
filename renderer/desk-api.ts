import type { DeskApi } from '#shared/ipc/api.ts'

export type { DeskApi }

declare global {
  interface Window {
    /** Put there by the preload: the only way from the page to main. */
    readonly desk: DeskApi
  }
}

/** What the preload gave this page. Throws where there is none (a page opened outside the desk). */
export function desk(): DeskApi {
  if (window.desk === undefined) throw new Error('no desk')
  return window.desk
}
