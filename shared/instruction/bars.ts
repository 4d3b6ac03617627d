import type { EntityId } from '../change/action.ts'
import type { Official } from '../official/model.ts'
import type { Profile } from '../regulation/model.ts'
import { type NameLikeness, nameLikeness } from '../text/same-name.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Handling } from './handled.ts'
import type { Executor } from './model.ts'

/** Codes of what is said of an executor; the sentence of each is `instruction.bar.<code>`. */
export const BAR_CODES = ['decided', 'assigned', 'handled', 'perhaps', 'nobody_named'] as const

/**
 * Why a matter may not be given to somebody (`stop`: nobody overrules it) or should be thought over (`warning`), with the
 * earlier case. `perhaps`: too little of a name is known to tell; `nobody_named`: a unit or a body executes, so nobody can be compared.
 */
export interface Bar {
  readonly level: 'stop' | 'warning'
  readonly code: (typeof BAR_CODES)[number]
  readonly application: EntityId | null
  readonly on: PlainDate | null
}

type Named = Pick<Official, 'id' | 'name'>
type Barring = Profile['executorBar']['bars']

/**
 * Whether a matter may be given to an executor (clause 35: not to who decided it; KZ-2026 rule 12: not to whom it was given),
 * by everything known of it. Of one case the gravest is told, stops first, then the newest.
 */
export function whoMayNot(
  executor: Executor,
  bars: Barring,
  handlings: readonly Handling[],
  officials: readonly Named[],
): Bar[] {
  if (executor.officialId === null && executor.who === '') {
    return [{ level: 'warning', code: 'nobody_named', application: null, on: null }]
  }
  const self = { officialId: executor.officialId, name: executor.who }
  const found = handlings.flatMap((one): Bar[] => {
    const likeness = samePerson(self, one, officials)
    return likeness === 'other' ? [] : [barOf(one, likeness, bars)]
  })
  const gravest = new Map<EntityId | null, Bar>()
  for (const bar of found.sort(gravestFirst)) {
    if (!gravest.has(bar.application)) gravest.set(bar.application, bar)
  }
  return [...gravest.values()]
}

function barOf({ application, how, on }: Handling, likeness: NameLikeness, bars: Barring): Bar {
  const isBarred = how === 'decided' || (how === 'assigned' && bars === 'assigned')
  if (likeness === 'perhaps') return { level: 'warning', code: 'perhaps', application, on }
  return { level: isBarred ? 'stop' : 'warning', code: how, application, on }
}

const ORDER = ['stop', 'warning']

function gravestFirst(a: Bar, b: Bar): number {
  const [onA, onB] = [a.on ?? '', b.on ?? '']
  return (
    ORDER.indexOf(a.level) - ORDER.indexOf(b.level) ||
    BAR_CODES.indexOf(a.code) - BAR_CODES.indexOf(b.code) ||
    (onA < onB ? 1 : onA > onB ? -1 : 0)
  )
}

type Person = Pick<Handling, 'officialId' | 'name'>

/** The directory decides where both stand in it; else their names, in either language. */
function samePerson(a: Person, b: Person, officials: readonly Named[]): NameLikeness {
  if (a.officialId !== null && b.officialId !== null) return a.officialId === b.officialId ? 'same' : 'other'
  const pairs = spellings(a, officials).flatMap(one => spellings(b, officials).map(other => nameLikeness(one, other)))
  return pairs.includes('same') ? 'same' : pairs.includes('perhaps') ? 'perhaps' : 'other'
}

function spellings({ officialId, name }: Person, officials: readonly Named[]): string[] {
  const official = officials.find(({ id }) => id === officialId)
  const own = (['kk', 'ru'] as const).flatMap(language => {
    if (official === undefined) return []
    const { surname, given, patronymic } = official.name
    return [`${surname[language]} ${given[language]} ${patronymic[language]}`.trim()]
  })
  return [...new Set([...own, name])].filter(text => text !== '')
}
