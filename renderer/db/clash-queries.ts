import type { Action, ActionId } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { View } from '#shared/change/project-view.ts'
import { differencesOf } from '#shared/clash/differences.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { ticketText } from '#shared/visit/number.ts'
import type { ClashLine, ClashLook, ClashSide, ClashTitle } from './clash-query-types.ts'
import type { QueryContext } from './query-context.ts'
import type { ParamsOf } from './query-types.ts'
import { openRecords, tableOf } from './rows.ts'
import type { StoredRecord } from './store.ts'

/** All an attention is about: each entity with its sides, in the order of their names. */
export async function answerLook(
  { db, sealer }: QueryContext,
  { kind, entities }: ParamsOf<'attentions.look'>,
): Promise<ClashLook[]> {
  const found: (StoredRecord | undefined)[] = await Promise.all(
    entities.map(id => (tableOf(id) === 'applications' ? db.applications.get(id) : db.entities.get(id))),
  )
  const records = await openRecords(
    sealer,
    found.filter(row => row !== undefined),
  )
  return records.map(record => ({
    entity: record.id,
    title: titleOf(record.view),
    head: record.actions.at(-1)?.id ?? null,
    sides: sidesOf(record, kind),
  }))
}

function sidesOf({ clash, late, actions }: EntityRecord, kind: ParamsOf<'attentions.look'>['kind']): ClashSide[] {
  const first = actions[0]
  const sides = kind === 'erased_apart' ? [late ?? []] : (clash?.sides ?? (first === undefined ? [] : [[first.id]]))
  const isSide = (side: readonly ActionId[]) => actions.filter(({ id }) => side.includes(id))
  const told = sides.map(isSide)
  const differs = differencesOf(told.map(said))
  return sides.map((acts, at) => ({
    acts,
    lines: (told[at] ?? []).map(lineOf),
    differs: sides.length > 1 ? (differs[at] ?? []) : [],
  }))
}

/** What the acts of a side come to, the last word on each field: what was said by acts of a type both sides have is compared. */
function said(acts: readonly Action[]): Record<string, unknown> {
  return Object.fromEntries(acts.map(({ type, body, personal }) => [type, { ...body, ...personal?.value }]))
}

function lineOf({ id, type, at, date, user, body }: Action): ClashLine {
  return { id, type, at, date, user, body, installation: id.slice(0, 16) }
}

const NONE: ClashTitle = { number: null, text: '', words: null }

function titleOf(view: View | null): ClashTitle {
  switch (view?.noun) {
    case 'application': {
      const { registered, personal } = view.state
      const name = personal === null ? '' : [personal.surname, personal.given, personal.patronymic].join(' ').trim()
      return { ...NONE, number: registered?.number ?? null, text: name }
    }
    case 'visit':
      return { ...NONE, text: view.state.checkIn === null ? '' : ticketText(view.state.checkIn.ticket) }
    case 'desk':
      return { ...NONE, text: view.state.letter ?? '' }
    case 'letter':
      return { ...NONE, text: view.state.signed === null ? '' : outgoingText(view.state.signed.number) }
    case 'user':
      return { ...NONE, text: view.state.user?.name ?? '' }
    case 'official': {
      const name = view.state.official?.name
      if (name === undefined) return NONE
      const of = (language: 'kk' | 'ru') => `${name.surname[language]} ${name.given[language]}`.trim()
      return { ...NONE, words: { kk: of('kk'), ru: of('ru') } }
    }
    case 'entry':
      return { ...NONE, words: view.state.entry }
    case 'calendar':
      return { ...NONE, text: String(view.state.versions.at(-1)?.year.year ?? '') }
    case 'report':
      return { ...NONE, text: '' }
    default:
      return NONE
  }
}
