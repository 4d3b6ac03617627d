import type { PublicationState } from '#shared/posting/publication.ts'
import type { SiteTarget } from '#shared/posting/site-target.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** How a place is chosen on the screen; `none`: nothing is published by itself. */
export type SiteKind = SiteTarget['kind'] | 'none'

/** What is typed of a place. `password` empty: the one that is kept. */
export interface SiteFields {
  readonly kind: SiteKind
  readonly folder: string
  readonly address: string
  readonly login: string
  readonly password: string
  readonly authority: string
}

export const KIND_WORDS = {
  none: 'publish.kind.none',
  folder: 'publish.kind.folder',
  web: 'publish.kind.web',
  couch: 'publish.kind.couch',
} as const satisfies Record<SiteKind, LocaleKey>

export const ADDRESS_WORDS = {
  web: 'publish.address.web',
  couch: 'publish.address.couch',
} as const satisfies Record<Exclude<SiteKind, 'none' | 'folder'>, LocaleKey>

const EMPTY: SiteFields = { kind: 'none', folder: '', address: '', login: '', password: '', authority: '' }

/** What is set, as fields. */
export function fieldsOf({ target }: Pick<PublicationState, 'target'>): SiteFields {
  if (target === null) return EMPTY
  if (target.kind === 'folder') return { ...EMPTY, kind: 'folder', folder: target.folder }
  return { ...EMPTY, ...target }
}

/** What is asked of main, or null where nothing is to be published or something is missing. */
export function askedOf(fields: SiteFields): { target: SiteTarget; password: string | null } | null {
  const { kind, folder, address, login, authority, password } = fields
  if (kind === 'none') return null
  if (kind === 'folder') return folder === '' ? null : { target: { kind, folder }, password: null }
  if (address.trim() === '') return null
  return { target: { kind, address, login, authority }, password: password === '' ? null : password }
}
