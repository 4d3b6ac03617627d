import type { Official } from '#shared/official/model.ts'
import type { Hypothesis } from '#shared/plan/what-if.ts'
import { type PlainDate, type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { typedDate } from '../../../components/typed-date.ts'
import { actingFirst, type Faults, typedForm } from '../absences/absence-form.ts'

/** What might happen, as it is chosen; the days as they are typed, day first. `to` empty: of a restriction, without an end. */
export interface HypothesisFields {
  readonly kind: Hypothesis['kind']
  readonly official: string
  readonly acting: string
  readonly room: string
  readonly link: string
  readonly from: string
  readonly to: string
  readonly count: string
}

/** Kinds of hypotheses in the order they are offered. */
export const HYPOTHESES = ['official_away', 'room_lost', 'link_lost', 'restricted', 'more_people'] as const

/** More people at once are no hypothesis but a mistake of typing. */
const MOST_PEOPLE = 300

/** The first official would be away for the month, or what is left of it. */
export function newHypothesis(officials: readonly Official[], month: PlainMonth, today: PlainDate): HypothesisFields {
  const { from, to } = rangeOfMonth(month)
  const [first] = officials
  return {
    kind: 'official_away',
    official: first?.id ?? '',
    acting: actingFirst(first),
    room: '',
    link: '',
    from: typedForm(from < today && today <= to ? today : from),
    to: typedForm(to),
    count: '10',
  }
}

/** What is wrong with it, by field. */
export function hypothesisFaults(fields: HypothesisFields): Faults<HypothesisFields> {
  const { kind } = fields
  if (kind === 'more_people') {
    const count = Number(fields.count)
    const isRight = Number.isInteger(count) && count >= 1 && count <= MOST_PEOPLE
    return isRight ? {} : { count: 'what_if.fault.count' }
  }
  const isOpen = kind === 'restricted' && fields.to.trim() === ''
  const [from, to] = [typedDate(fields.from), typedDate(fields.to)]
  return {
    ...(from === null ? { from: 'finding.date_unreadable' as const } : {}),
    ...(to === null && !isOpen ? { to: 'finding.date_unreadable' as const } : {}),
    ...(from !== null && to !== null && to < from ? { to: 'absence.fault.order' as const } : {}),
    ...(kind === 'room_lost' && fields.room.trim() === '' ? { room: 'form.needed' as const } : {}),
    ...(kind === 'link_lost' && fields.link.trim() === '' ? { link: 'form.needed' as const } : {}),
  }
}

/** The hypothesis that is chosen; null while something is wrong with it. */
export function findHypothesis(fields: HypothesisFields): Hypothesis | null {
  if (Object.keys(hypothesisFaults(fields)).length > 0) return null
  const { kind, official: officialId, acting, count } = fields
  if (kind === 'more_people') return { kind, officialId, count: Number(count) }
  const [from, to] = [typedDate(fields.from), typedDate(fields.to)]
  if (from === null) return null
  if (kind === 'restricted') return { kind, from, to }
  if (to === null) return null
  switch (kind) {
    case 'official_away':
      return { kind, officialId, from, to, acting: acting === '' ? null : acting }
    case 'room_lost':
      return { kind, room: fields.room.trim(), from, to }
    case 'link_lost':
      return { kind, link: fields.link.trim(), from, to }
  }
}
