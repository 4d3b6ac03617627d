import { maskIin, maskPhone } from '#shared/applicant/mask.ts'
import type { Language } from '#shared/application/model.ts'
import type { ColumnKind } from '#shared/ipc/tables.ts'
import type { JournalId, JournalRow } from '../../db/journals/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { CellWords } from '../applications/columns.ts'

type KeyIn<K> = K extends `journals.column.${infer Key}` ? Key : never

/** The name of a column: its title is `journals.column.<key>`. */
export type ColumnKey = KeyIn<LocaleKey>

/** What the values of a journal are made with. */
export interface JournalWords extends CellWords {
  readonly language: Language
  /** The name of a user of the office, or empty. */
  readonly userOf: (id: string | null | undefined) => string
}

/** A value: a date is `yyyy-mm-dd`; null or empty: nothing. */
export type Value = string | number | null

/** A column of a journal, on the screen, on paper and in a file alike. */
export interface JournalColumn {
  readonly key: ColumnKey
  readonly kind: ColumnKind
  /** Seen until the person chooses otherwise. */
  readonly isShown: boolean
  /** The list can be narrowed by its values: there are few of them. */
  readonly isChoice: boolean
  /** Pixels on the screen. */
  readonly width: number
  /** How it stands on the screen, on paper, and in a file unless full data are asked for. */
  readonly mask: ((text: string) => string) | null
  readonly value: (row: JournalRow, words: JournalWords) => Value
}

/** A journal: what is told of each of its rows. A new journal is one such file and its line in `journals.ts`. */
export interface JournalDefinition {
  readonly id: JournalId
  readonly columns: readonly JournalColumn[]
}

type Made = Omit<JournalColumn, 'key' | 'value' | 'kind'>
type Said = Partial<Made>

const ORDINARY: Made = { isShown: true, isChoice: false, width: 170, mask: null }

/** Not seen until it is chosen. */
export const UNSEEN: Said = { isShown: false }
export const CHOICE: Said = { isChoice: true }
export const WIDE: Said = { width: 300 }
export const NARROW: Said = { width: 140 }
export const IIN: Said = { mask: maskIin, width: 130 }
export const PHONE: Said = { mask: maskPhone, width: 150 }

type Of<T> = (row: JournalRow, words: JournalWords) => T | null | undefined

export function text(key: ColumnKey, value: Of<string>, ...said: readonly Said[]): JournalColumn {
  return made(key, 'text', value, said)
}

export function date(key: ColumnKey, value: Of<string>, ...said: readonly Said[]): JournalColumn {
  return made(key, 'date', value, [{ width: 150 }, ...said])
}

export function number(key: ColumnKey, value: Of<number>, ...said: readonly Said[]): JournalColumn {
  return made(key, 'number', value, [NARROW, ...said])
}

function made(key: ColumnKey, kind: ColumnKind, value: Of<Value>, said: readonly Said[]): JournalColumn {
  return Object.assign(
    { key, kind, value: (row: JournalRow, words: JournalWords) => value(row, words) ?? null },
    ORDINARY,
    ...said,
  )
}
