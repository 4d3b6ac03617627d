import { describe, expect, test } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import { requestKey } from '#shared/letter/request-key.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { RequestLetter } from '#shared/plan/notices.ts'
import { type Board, boardOf, type Visitor } from '#shared/plan/readiness.ts'
import { HandedList, InvitationAnswer } from '#shared/reception/model.ts'
import type { Invited, ReceptionState } from '#shared/reception/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { away, person, planOf, reception } from '#test/fixtures/plan.ts'

const RECEPTION = reception('r', '1', '2026-10-16')
const day = (text: string) => PlainDate.parse(text)
const visitor = (n: number, change: Partial<Visitor> = {}): Visitor => ({
  person: person(n),
  interpreter: false,
  foreign: false,
  ...change,
})

function asked(body: string, video: boolean, outcome: InvitationAnswer['outcome'] | null): Invited {
  const answers = outcome === null ? [] : [InvitationAnswer.parse({ body, outcome, on: '2026-10-06', note: '' })]
  return { body, on: day('2026-10-05'), video, letter: '', answers, reported: null }
}

function board(
  change: {
    today?: string
    profile?: ProfileId
    visitors?: Visitor[]
    state?: Partial<ReceptionState>
    letters?: RequestLetter[]
    bodies?: string[]
  },
  plan = {},
): Board {
  const { today = '2026-10-05', profile = 'WKO-2020/2023', visitors = [visitor(1)], state = {} } = change
  return boardOf({
    plan: planOf({ today: day(today), profile, receptions: [RECEPTION], ...plan }),
    reception: RECEPTION,
    visitors,
    state: { status: 'open', lists: [], invited: [], prepared: {}, coverage: [], calledIn: [], ...state },
    letters: change.letters ?? [],
    invitedByAct: change.bodies ?? [],
  })
}
const missing = ({ missing: list }: Board) => list.map(({ code, number }) => `${code} ${number}`)
const list = (applications: string[], on: string) => ({
  ...HandedList.parse({ applications, on, to: 'x', final: true }),
  by: 'u',
})

describe('the board of one reception', () => {
  test('its official falls ill: whatever is ready, it is not held (clause 15)', () => {
    const found = board({}, { absences: [away('a', '1', '2026-10-16', '2026-10-16')] })
    expect(found.notHeld).toMatchObject({ code: 'official_absent', clause: { clause: '15' } })
    expect(missing(found)).toContain('not_held 1')
  })

  test('a briefing that is missing, or was written after its day, is late (clause 26)', () => {
    const none = visitor(1, { person: person(1, { briefedOn: null }) })
    const late = visitor(1, { person: person(1, { briefedOn: day('2026-10-12') }) })
    expect(board({ visitors: [none] })).toMatchObject({ briefing: { by: '2026-10-09' }, isLate: false })
    expect(missing(board({ visitors: [none] }))).toContain('briefings 1')
    expect(board({ visitors: [none], today: '2026-10-12' }).isLate).toBe(true)
    expect(board({ visitors: [late], today: '2026-10-12' }).isLate).toBe(true)
    expect(board({ today: '2026-10-12' }).isLate).toBe(false)
  })

  test('the final list is due two working days before under the rules of 2026 alone (rule 32); others booked since make it old', () => {
    expect(board({ profile: 'KZ-2026', today: '2026-10-15' })).toMatchObject({
      listBy: { by: '2026-10-14' },
      isLate: true,
    })
    expect(board({ today: '2026-10-15' })).toMatchObject({ listBy: null, isLate: false })
    const handed = { lists: [list([person(2).application], '2026-10-14')] }
    expect(missing(board({ profile: 'KZ-2026', state: handed }))).toContain('list_changed 1')
  })

  test('who was received on the day makes the list no other; before it who is gone does, and who is added always (clause 27)', () => {
    const state = { lists: [list([person(1).application, person(2).application], '2026-10-14')] }
    const on = (today: string, ...numbers: number[]) =>
      board({ today, state, visitors: numbers.map(number => visitor(number)) }).isListOld
    expect([on('2026-10-15', 1, 2), on('2026-10-15', 2), on('2026-10-16', 2), on('2026-10-16', 2, 3)]).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  test('a request to a central body runs the clock of the notice, to a territorial one under the rules of 2026 only (clauses 18, 19; rule 30)', () => {
    const state = { invited: [asked('prosecutor', false, null), asked('ministry', true, null)] }
    expect(board({ state }).bodies.map(one => one.notice?.by ?? null)).toEqual([null, '2026-10-07'])
    expect(board({ state, profile: 'KZ-2026' }).bodies.map(one => one.notice?.by ?? null)).toEqual([
      '2026-10-07',
      '2026-10-07',
    ])
  })

  test('a refusal is reported within two working days (clause 20, rule 31), an answer is waited for, who is not asked is named (clause 17)', () => {
    const state = { invited: [asked('prosecutor', false, 'refused'), asked('police', false, null)] }
    const found = board({ state, bodies: ['prosecutor', 'courts'], today: '2026-10-09' })
    expect(found).toMatchObject({ toInvite: ['courts'], isLate: true })
    expect(found.bodies[0]?.report).toMatchObject({ by: '2026-10-08', clause: { clause: '20' } })
    expect(missing(found)).toEqual(expect.arrayContaining(['bodies 1', 'answers 1', 'report 1']))
  })

  test('interpreter and secrecy are looked at where a visitor needs them (clause 10), equipment where it is recorded (rule 21)', () => {
    const needs = [visitor(1, { interpreter: true, foreign: true })]
    expect(board({ visitors: needs }).items.map(({ item }) => item)).toEqual([
      'room',
      'interpreter',
      'secrecy',
      'helpers',
      'sheet_posted',
    ])
    expect(board({ profile: 'KZ-2026' }).items.map(({ item }) => item)).toContain('equipment')
  })

  test('the gate is the working day before: on a Friday for a Monday', () => {
    expect([board({ today: '2026-10-14' }).isGate, board({ today: '2026-10-15' }).isGate]).toEqual([false, true])
  })

  test('its day is over: of all that was missing the refusal nobody reported alone stands, and is late (clause 20)', () => {
    const state = { invited: [asked('police', false, 'refused'), asked('ministry', true, null)] }
    const found = board({ state, today: '2026-10-19', visitors: [] })
    expect(found).toMatchObject({ isOver: true, isLate: true, notHeld: null })
    expect(missing(found)).toEqual(['report 1'])
    const gone = board({ state, today: '2026-10-06', visitors: [] }, { receptions: [] })
    expect([gone.isOver, missing(gone)]).toEqual([true, ['report 1']])
  })

  describe('the notice of a request to a central body (clause 19)', () => {
    const request = asked('ministry', true, null)
    const other = asked('agency', true, null)
    const notice = (status: RequestLetter['status'], on: string, about: string | null): RequestLetter => ({
      ...{ letter: 'letter:l1' as EntityId, application: person(1).application, number: '' },
      ...{ kind: 'request_notice', status, about, on: day(on) },
    })
    const own = (status: RequestLetter['status'], on: string) => notice(status, on, requestKey('r', request))
    const told = (letters: RequestLetter[], today = '2026-10-05') => {
      const found = board({ state: { invited: [request] }, letters, today })
      return [found.bodies[0]?.told[0]?.state, missing(found).includes('notices 1'), found.isLate]
    }

    test('begun or signed off it tells nobody: done is what was sent, late what was sent after its day', () => {
      expect(told([])).toEqual(['owed', true, false])
      expect(told([own('drafted', '2026-10-05')])).toEqual(['drafted', true, false])
      expect(told([own('signed', '2026-10-05')], '2026-10-08')).toEqual(['signed', true, true])
      expect(told([own('sent', '2026-10-07')], '2026-10-08')).toEqual(['sent', false, false])
      expect(told([own('sent', '2026-10-08')], '2026-10-08')).toEqual(['sent', false, true])
    })

    test('a letter of another request, of another reception, of another day or of none proves nothing', () => {
      const keys = [
        requestKey('r', other),
        requestKey('q', request),
        requestKey('r', { ...request, on: day('2026-10-04') }),
      ]
      for (const about of [...keys, null]) expect(told([notice('sent', '2026-10-06', about)])[0]).toBe('owed')
    })

    test('a letter about the decision counts where the invitation names the number of its request (clause 18)', () => {
      const numbered = { ...request, letter: '06-12/А-17' }
      const asks = { ...notice('sent', '2026-10-05', 'd1'), kind: 'central_request' as const, number: '06-12/А-17' }
      const states = (invited: Invited) =>
        board({ state: { invited: [invited] }, letters: [asks, notice('sent', '2026-10-06', 'd1')] }).bodies[0]?.told
      expect(states(numbered)).toMatchObject([{ state: 'sent', on: '2026-10-06' }])
      expect(states(request)).toMatchObject([{ state: 'owed', on: null }])
    })
  })
})
