/** Fields of the portal's form in its order, as a clerk fills it from a registration. */
export const PORTAL_FIELDS = [
  'surname',
  'given',
  'patronymic',
  'iin',
  'organisation',
  'bin',
  'phone',
  'address',
  'topic',
  'essence',
  'language',
  'channel',
] as const
export type PortalField = (typeof PORTAL_FIELDS)[number]

/** Keys by which the fields that hold something are copied, by their place in the row of digits; the same in every layout. */
export const COPY_KEYS = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(key => ({ key, code: `Digit${key}` })),
  { key: '-', code: 'Minus' },
  { key: '=', code: 'Equal' },
] as const

/** A field with what is copied of it and the key that does so. */
export interface PortalLine {
  readonly field: PortalField
  readonly text: string
  readonly key: string
  readonly code: string
}

/** What is copied into the portal, in its order: what is empty is left out, so that the keys follow one another. */
export function portalLines(texts: Readonly<Record<PortalField, string>>): PortalLine[] {
  const filled = PORTAL_FIELDS.filter(field => texts[field].trim() !== '')
  return filled.flatMap((field, at) => {
    const key = COPY_KEYS[at]
    return key === undefined ? [] : [{ field, text: texts[field].trim(), ...key }]
  })
}
