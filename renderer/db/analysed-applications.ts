import type { AnalysedApplication } from '#shared/analytics/facts.ts'
import { LOOK_BACK_DAYS } from '#shared/analytics/repeats.ts'
import { numberText } from '#shared/application/number.ts'
import type { ApplicationState } from '#shared/application/transitions.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { isLive } from '#shared/change/project-view.ts'
import { findRepeats } from '#shared/repeat/find-repeats.ts'
import type { Prepared } from '#shared/repeat/model.ts'
import { prepare } from '#shared/repeat/prepare.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import { findState } from './rows.ts'

/** Likely earlier ones told of one application. */
const MOST_ALIKE = 5

/** What an application is about in words: stays in the worker. */
export type Essences = Map<string, string>

/** What is analysed of an opened record; null where it stands no more or has no day. Its words go to `essences`. */
export function analysedOf(record: EntityRecord, essences: Essences): AnalysedApplication | null {
  const state = findState('application', record)
  if (state === null || !isLive(record.view) || state.facts?.registered == null) return null
  const { facts, registered, personal, subject } = state
  essences.set(record.id, personal?.essence ?? '')
  return {
    id: record.id,
    number: registered === null ? personal?.eotinish.trim() || null : numberText(registered.number),
    person: subject ?? record.id,
    registered: state.facts.registered,
    received: facts?.received ?? null,
    topic: facts?.topic ?? null,
    district: facts?.district ?? null,
    officialId: facts?.officialId ?? null,
    outcome: facts?.outcome ?? 'pending',
    result: facts?.result ?? null,
    people: registered?.registration.delegation ?? 1,
    imported: registered === null,
    refusedRepeat: facts?.outcome === 'refused_repeat' || isRefusedRepeat(state),
    compared: comparedIn(state),
    alike: [],
    booked: registered?.timesGiven ?? [],
    lettered: registered?.letters.map(({ on }) => on).sort()[0] ?? null,
  }
}

function isRefusedRepeat({ status, registered }: ApplicationState): boolean {
  const ground = registered?.refusal?.body.ground
  return status === 'refused' && (ground === 'repeat' || ground === 'same_decision')
}

function comparedIn({ registered }: ApplicationState): AnalysedApplication['compared'] {
  const last = new Map<string, boolean>()
  for (const decision of registered?.decisions ?? [])
    if (decision.type === 'application.repeat_decided') last.set(decision.body.earlier, decision.body.same)
  return [...last].map(([earlier, same]) => ({ earlier, same }))
}

type Matter = Prepared & { readonly id: string }

/** Each application of the days with the earlier ones of the person that are likely the same by their texts. */
export function withAlike(
  applications: readonly AnalysedApplication[],
  from: PlainDate,
  essences: Essences,
): AnalysedApplication[] {
  const ofPerson = Map.groupBy(applications, ({ person }) => person)
  const ready = new Map<string, Matter>()
  const matterOf = (one: AnalysedApplication): Matter => {
    const known = ready.get(one.id)
    if (known !== undefined) return known
    const { topic, district, registered } = one
    const essence = essences.get(one.id) ?? ''
    const filed = { topic: topic ?? '', subtopic: '', district: district ?? '', language: '', registered }
    const matter = { ...prepare({ essence, ...filed }), id: one.id }
    ready.set(one.id, matter)
    return matter
  }
  return applications.map(one => {
    const others = ofPerson.get(one.person) ?? []
    if (one.registered < from || others.length < 2) return one
    const since = addDays(one.registered, -LOOK_BACK_DAYS)
    const earlier = others.filter(
      ({ id, registered }) => id !== one.id && registered >= since && registered <= one.registered,
    )
    if (earlier.length === 0) return one
    const found = findRepeats(matterOf(one), earlier.map(matterOf), MOST_ALIKE)
    return { ...one, alike: found.map(repeat => repeat.earlier.id) }
  })
}
