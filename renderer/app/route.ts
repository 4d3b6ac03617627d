import { useSyncExternalStore } from 'react'

/** The screens there are, in the order of their shortcuts (Ctrl+1 ...); there are nine of them. */
export const SCREENS = [
  'today',
  'register',
  'reception',
  'applications',
  'schedule',
  'report',
  'import',
  'directories',
  'settings',
  'letters',
  'control',
] as const
export type Screen = (typeof SCREENS)[number]

/** Where the person is: a screen and codes (never words of a person) that narrow it. */
export interface Route {
  readonly screen: Screen
  readonly narrowed: Readonly<Record<string, string>>
}

/** The shortcut of a screen; null where the digits are all taken. */
export function digitOf(screen: Screen): number | null {
  const digit = SCREENS.indexOf(screen) + 1
  return digit > 9 ? null : digit
}

/** The address of a place, as it stands after the hash. */
export function addressOf(screen: Screen, narrowed: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(narrowed).toString()
  return `#/${screen}${query === '' ? '' : `?${query}`}`
}

/** The place of an address; an unknown one is today. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const screen = SCREENS.find(known => known === path) ?? 'today'
  return { screen, narrowed: Object.fromEntries(new URLSearchParams(query)) }
}

/** Goes to a place. */
export function goTo(screen: Screen, narrowed: Readonly<Record<string, string>> = {}): void {
  window.location.hash = addressOf(screen, narrowed)
}

/** Where the person is now. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    changed => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash,
  )
  return routeOf(hash)
}
