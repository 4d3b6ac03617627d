import { describe, expect, it } from 'vitest'
import {
  competenceFaults,
  completenessFaults,
  type DecisionFault,
  type DecisionLooked,
  extensionFaults,
  repeatFaults,
  returnFaults,
} from '#shared/application/decision-faults.ts'
import { forwardingTerm } from '#shared/application/decision-terms.ts'
import { plainLacks, proposalsOf, proposedLacks } from '#shared/application/proposals.ts'
import { readsAlike } from '#shared/application/refusal-alike.ts'
import { type RefusalDraft, refusalFaults, refusalGrounds } from '#shared/application/refusal-faults.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Lack } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistered, REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { makeRegistrationPersonal } from '#test/fixtures/registration.ts'

const WKO = 'WKO-2020/2023' as const
const KZ = 'KZ-2026' as const
const CHECK = {
  id: 'd1',
  type: 'application.completeness_checked',
  personal: null,
  at: '2026-10-06T05:00:00.000Z',
  by: 'u1',
  on: PlainDate.parse('2026-10-06'),
} as const
const day = (text: string) => PlainDate.parse(text)
const codes = (faults: readonly DecisionFault[]) => faults.map(({ field, code }) => `${field} ${code}`)

function looked(
  profile: ProfileId,
  change: Partial<DecisionLooked> = {},
  registered: Partial<Registered> = {},
): DecisionLooked {
  return {
    application: makeRegistered(profile, registered),
    status: 'open',
    today: day('2026-10-06'),
    calendar: SEED_CALENDAR,
    earlier: null,
    alike: false,
    ...change,
  }
}

describe('completeness', () => {
  const draft = (lacks: readonly ('essence' | 'signature' | 'iin')[], correctBy: string | null) =>
    ({ outcome: 'incomplete', lacks, correctBy: correctBy === null ? null : day(correctBy) }) as const

  it('under clause 5 only what has no essence is left, and no time is given', () => {
    expect(completenessFaults(draft(['essence', 'iin'], null), looked(WKO))).toEqual([])
    expect(codes(completenessFaults(draft(['iin'], null), looked(WKO)))).toEqual(['lacks lacks_unlawful'])
    expect(codes(completenessFaults(draft(['essence'], '2026-10-09'), looked(WKO)))).toEqual(['correctBy correct_by'])
    expect(codes(completenessFaults(draft([], null), looked(WKO)))).toEqual(['lacks lacks_missing'])
  })

  it('under point 6 anything of the Code, and three working days from the day the applicant is told', () => {
    expect(completenessFaults(draft(['signature'], '2026-10-09'), looked(KZ))).toEqual([])
    expect(codes(completenessFaults(draft(['signature'], '2026-10-10'), looked(KZ)))).toEqual(['correctBy correct_by'])
    expect(codes(completenessFaults(draft(['signature'], null), looked(KZ)))).toEqual(['correctBy correct_by'])
    const none = { outcome: null, lacks: [], correctBy: null }
    expect(codes(completenessFaults(none, looked(KZ)))).toEqual(['outcome outcome_missing'])
  })

  it('is proposed by what was registered', () => {
    const personal = makeRegistrationPersonal({ essence: 'Жер', address: '', iin: '' })
    expect(proposedLacks(makeRegistered(WKO, { personal }))).toEqual(['essence'])
    expect(proposedLacks(makeRegistered(KZ, { personal }))).toEqual(['iin', 'address', 'essence'])
    expect(proposedLacks(makeRegistered(KZ, { personal: null }))).toEqual([])
  })
})

describe('a return', () => {
  const reason = 'Мерзімінде түзетілмеді'
  const waiting = { correctBy: day('2026-10-09') }
  const back = (ground: 'not_corrected' | 'identical' | 'obscene', earlier: string | null = null) => ({
    ground,
    earlier,
    reason,
  })

  it('for want of correction waits for the last day to pass, and is late three working days after it', () => {
    const on = (today: string) => looked(KZ, { status: 'incomplete', today: day(today) }, waiting)
    expect(codes(returnFaults(back('not_corrected'), on('2026-10-09')))).toEqual(['ground not_due'])
    expect(returnFaults(back('not_corrected'), on('2026-10-12'))).toEqual([])
    expect(returnFaults(back('not_corrected'), on('2026-10-14'))).toEqual([])
    expect(codes(returnFaults(back('not_corrected'), on('2026-10-15')))).toEqual(['ground return_late'])
  })

  it('needs its reason; an identical one its earlier case; what was complete was not left uncorrected', () => {
    expect(codes(returnFaults({ ...back('obscene'), reason: ' ' }, looked(KZ)))).toEqual(['reason text_missing'])
    expect(codes(returnFaults(back('identical'), looked(KZ)))).toEqual(['earlier earlier_missing'])
    expect(codes(returnFaults(back('not_corrected'), looked(KZ)))).toEqual(['ground ground_unlawful'])
    expect(codes(returnFaults({ ...back('obscene'), ground: null }, looked(KZ)))).toEqual(['ground ground_missing'])
  })
})

describe('competence', () => {
  it('of others names the body; after three working days it is passed on late, and still is', () => {
    const forwarded = { outcome: 'forwarded', body: 'police' } as const
    expect(competenceFaults(forwarded, looked(KZ, { today: day('2026-10-07') }))).toEqual([])
    expect(codes(competenceFaults(forwarded, looked(KZ, { today: day('2026-10-08') })))).toEqual([
      'outcome forwarding_late',
    ])
    expect(codes(competenceFaults({ ...forwarded, body: null }, looked(WKO)))).toEqual(['body body_missing'])
    expect(competenceFaults({ outcome: 'central_body', body: null }, looked(WKO))).toEqual([])
  })
})

describe('a repeat', () => {
  const earlier = 'application:earlier'
  it('is decided with its reason, whichever way', () => {
    const known = looked(WKO, { earlier: { outcome: 'received', result: 'explained' } })
    expect(repeatFaults({ earlier, same: false, because: 'Басқа үй' }, known)).toEqual([])
    expect(codes(repeatFaults({ earlier, same: null, because: '' }, known))).toEqual([
      'same outcome_missing',
      'because text_missing',
    ])
    expect(codes(repeatFaults({ earlier, same: true, because: 'x' }, looked(WKO)))).toEqual(['earlier earlier_unknown'])
  })
})

describe('an extension', () => {
  const draft = (until: string, change: Partial<Parameters<typeof extensionFaults>[0]> = {}) => ({
    until: day(until),
    decidedOn: day('2026-10-06'),
    decider: 'head' as const,
    ground: 'complex' as const,
    reason: 'Материалдар сұратылды',
    decidedBy: 'Сапаров Даурен',
    ...change,
  })

  it('by clause 30 ends two months from registration at the latest, by point 14 two months from the decision', () => {
    expect(extensionFaults(draft('2026-12-02'), looked(WKO))).toEqual([])
    expect(codes(extensionFaults(draft('2026-12-03'), looked(WKO)))).toEqual(['until until_late'])
    expect(extensionFaults(draft('2026-12-07', { ground: 'facts' }), looked(KZ))).toEqual([])
    expect(codes(extensionFaults(draft('2026-12-08', { ground: 'facts' }), looked(KZ)))).toEqual(['until until_late'])
  })

  it('is longer than the term that runs, and one after another does not go beyond the first', () => {
    expect(codes(extensionFaults(draft('2026-10-19'), looked(WKO)))).toEqual(['until until_early'])
    expect(extensionFaults(draft('2026-10-20'), looked(WKO))).toEqual([])
    const first = {
      type: 'application.extended',
      body: { until: '2026-11-30', decidedOn: '2026-10-06', decider: 'head', ground: 'facts' },
    } as never
    const again = looked(KZ, { today: day('2026-11-20') }, { decisions: [first], extendedTo: day('2026-11-30') })
    const later = { ground: 'facts', decidedOn: day('2026-11-20') } as const
    expect(extensionFaults(draft('2026-12-07', later), again)).toEqual([])
    expect(codes(extensionFaults(draft('2026-12-08', later), again))).toEqual(['until until_late'])
  })

  it('is decided by whom the act names, on a day that was; a late one is told and recorded', () => {
    const bad = { decider: 'apparatus_head' } as const
    expect(codes(extensionFaults(draft('2026-12-01', bad), looked(WKO)))).toEqual(['decider decider_unlawful'])
    expect(extensionFaults(draft('2026-12-01', { ...bad, ground: 'facts' }), looked(KZ))).toEqual([])
    const on = (decidedOn: string, today: string) =>
      codes(extensionFaults(draft('2026-12-01', { decidedOn: day(decidedOn) }), looked(WKO, { today: day(today) })))
    expect(on('2026-10-07', '2026-10-06')).toEqual(['decidedOn date_future'])
    expect(on('2026-10-01', '2026-10-06')).toEqual(['decidedOn date_before'])
    expect(on('2026-10-20', '2026-10-20')).toEqual(['decidedOn late'])
    expect(on('2026-10-19', '2026-10-20')).toEqual([])
    const empty = draft('2026-12-01', { reason: ' ', decidedBy: '', ground: 'facts', decider: null, decidedOn: null })
    expect(codes(extensionFaults({ ...empty, until: null }, looked(WKO)))).toEqual([
      'decidedOn date_missing',
      'ground ground_unlawful',
      'decider decider_missing',
      'decidedBy text_missing',
      'reason text_missing',
      'until until_missing',
    ])
  })
})

describe('a refusal', () => {
  const earlier = 'application:earlier'
  const refusal = (change: Partial<RefusalDraft> = {}): RefusalDraft => ({
    ground: 'repeat',
    earlier,
    body: null,
    decidedOn: day('2026-10-06'),
    decider: 'apparatus_head',
    ...REFUSAL_WORDS,
    ...change,
  })
  const received = { earlier: { outcome: 'received', result: 'explained' } } as const

  it('has nothing empty', () => {
    expect(refusalFaults(refusal(), looked(WKO, received))).toEqual([])
    const empty = { facts: '', evidence: ' ', whereToTurn: '', howToAppeal: '\n', decidedBy: '', decider: null }
    expect(codes(refusalFaults(refusal(empty), looked(WKO, received)))).toEqual([
      'decider decider_missing',
      'decidedBy text_missing',
      'facts text_missing',
      'evidence text_missing',
      'whereToTurn text_missing',
      'howToAppeal text_missing',
    ])
  })

  it('rests on a ground of its act, with the earlier case or the body that it needs', () => {
    expect(refusalGrounds(profileOf(WKO))).toEqual(['competence', 'repeat'])
    expect(refusalGrounds(profileOf(KZ))).toEqual(['same_decision', 'court_act'])
    expect(codes(refusalFaults(refusal(), looked(KZ, received)))).toEqual(['ground ground_unlawful'])
    expect(codes(refusalFaults(refusal({ ground: 'court_act' }), looked(WKO)))).toEqual(['ground ground_unlawful'])
    expect(refusalFaults(refusal({ ground: 'court_act', earlier: null }), looked(KZ))).toEqual([])
    expect(codes(refusalFaults(refusal({ earlier: null }), looked(WKO)))).toEqual(['earlier earlier_missing'])
    expect(codes(refusalFaults(refusal(), looked(WKO)))).toEqual(['earlier earlier_unknown'])
    expect(codes(refusalFaults(refusal({ ground: 'competence' }), looked(WKO)))).toEqual(['body body_missing'])
    expect(codes(refusalFaults(refusal({ ground: null }), looked(WKO)))).toEqual(['ground ground_missing'])
  })

  it('does not point to a case that was decided to be another matter', () => {
    const other = { type: 'application.repeat_decided', body: { earlier, same: false } } as never
    const same = { type: 'application.repeat_decided', body: { earlier, same: true } } as never
    expect(codes(refusalFaults(refusal(), looked(WKO, received, { decisions: [same, other] })))).toEqual([
      'earlier earlier_not_same',
    ])
    expect(refusalFaults(refusal(), looked(WKO, received, { decisions: [other, same] }))).toEqual([])
  })

  it('under point 12 rests on an earlier decision only where that settled the matter, and says how', () => {
    const decided = refusal({ ground: 'same_decision', settled: 'Пәтер берілді' })
    expect(refusalFaults(decided, looked(KZ, received))).toEqual([])
    expect(codes(refusalFaults({ ...decided, settled: '' }, looked(KZ, received)))).toEqual(['settled text_missing'])
    for (const undecided of [
      { outcome: 'pending', result: null },
      { outcome: 'refused_repeat', result: null },
      { outcome: 'received', result: 'instruction' },
    ] as const)
      expect(codes(refusalFaults(decided, looked(KZ, { earlier: undecided })))).toEqual(['earlier earlier_not_decided'])
  })

  it('that reads like the refusal of another case is told, and may be recorded', () => {
    const [found] = refusalFaults(refusal(), looked(WKO, { ...received, alike: true }))
    expect(found).toMatchObject({ field: 'facts', code: 'text_alike', level: 'warn' })
  })

  it('reads alike when the words are nearly the same, whatever their spelling', () => {
    const text =
      'Заявитель был принят по тому же вопросу третьего марта, ему даны разъяснения, протокол номер двенадцать'
    expect(readsAlike(text, text.toUpperCase())).toBe(true)
    expect(readsAlike(text, text.replace('двенадцать', 'сорок'))).toBe(true)
    expect(readsAlike(text, 'Вопрос о выплате пенсии решает государственная корпорация, а не акимат области')).toBe(
      false,
    )
    expect(readsAlike('Принят ранее', 'Принят раньше')).toBe(false)
    expect(readsAlike('', '')).toBe(false)
  })
})

it('a matter of others is passed on within three working days of the day it came, not of the day it is registered as of', () => {
  const sunday = { on: day('2026-10-04'), registration: { asOf: day('2026-10-05'), catchUp: null } }
  const from = (change: object) => forwardingTerm({ ...makeRegistered(KZ), ...sunday, ...change }, SEED_CALENDAR).by
  expect(from({})).toBe('2026-10-07')
  expect(from({ registration: { asOf: null, catchUp: { on: day('2026-09-30'), at: '10:00' } } })).toBe('2026-10-05')
})

describe('what is proposed', () => {
  const proposed = (
    profile: ProfileId,
    status: 'open' | 'incomplete' | 'refusal_proposed' | 'refused',
    change: Partial<Registered> = {},
    similar: readonly string[] = [],
    today = '2026-10-06',
  ) =>
    proposalsOf({
      registered: makeRegistered(profile, change),
      status,
      similar,
      calendar: SEED_CALENDAR,
      today: day(today),
    }).map(({ code }) => code)

  it('goes with the state, the regulation and the term', () => {
    expect(proposed(WKO, 'open')).toEqual(['complete'])
    expect(proposed(WKO, 'open', {}, ['application:a'])).toEqual(['complete', 'repeat'])
    expect(proposed(WKO, 'open', {}, [], '2026-10-19')).toEqual(['complete', 'answer'])
    expect(proposed(WKO, 'incomplete')).toEqual(['leave'])
    const waiting = { correctBy: day('2026-10-09') }
    expect(proposed(KZ, 'incomplete', waiting, [], '2026-10-09')).toEqual(['wait'])
    expect(proposed(KZ, 'incomplete', waiting, [], '2026-10-10')).toEqual(['return'])
    expect(proposed(KZ, 'refusal_proposed')).toEqual(['approve'])
    expect(proposed(KZ, 'refused')).toEqual([])
  })

  it('what was told as lacking and is there now is confirmed, also after its term; a signature only a person sees', () => {
    const told = (...lacks: Lack[]) => ({
      correctBy: day('2026-10-09'),
      decisions: [{ ...CHECK, body: { outcome: 'incomplete' as const, lacks, correctBy: day('2026-10-09') } }],
    })
    expect(proposed(KZ, 'incomplete', told('essence'), [], '2026-10-12')).toEqual(['complete'])
    expect(proposed(KZ, 'incomplete', told('essence', 'signature'), [], '2026-10-12')).toEqual(['return'])
    const still = { ...told('essence'), personal: makeRegistrationPersonal({ essence: '' }) }
    expect(proposed(KZ, 'incomplete', still, [], '2026-10-12')).toEqual(['return'])
  })

  it('what lacks without doubt is what is not there at all', () => {
    const lacks = (essence: string) => {
      const seen = makeRegistered(KZ, { personal: makeRegistrationPersonal({ essence }) })
      return [plainLacks(seen), proposedLacks(seen)].map(found => found.includes('essence'))
    }
    expect([lacks(''), lacks('Жер'), lacks('Көше жарығын жөндеуді сұраймын')]).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ])
  })
})
