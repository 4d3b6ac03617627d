import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { correctionTerm } from '#shared/application/decision-terms.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { form, type RegisterRig, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: RegisterRig
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
})
afterEach(() => desk.end())

type Part = Record<string, unknown>
const refused = (code: string) => ({ detail: { code } })
const reason = 'Материалдар сұратылды'

function act(entity: EntityId, type: string, body: Part, personal: Part | null = null, actor: Partial<Actor> = {}) {
  const open = desk.state.desk()
  const intent = { entity, type, basedOn: open.journal.headOf(entity), body }
  return actByHand(open, intent, personal, { ...desk.state.actor(), ...actor })
}

async function stateOf(entity: EntityId) {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(entity), gate.related())
}

/** The office from its first day on works by this regulation, with or without a second person. */
async function officeWorks(profile: ProfileId, secondPerson = false): Promise<void> {
  const office = { ...FIRST_RUN.office, profiles: [{ profile, from: '2020-12-09' }], secondPerson }
  await act(entityId('office', 'main'), 'office.set', { office })
}

const registered = async (number: number) => (await rig.register(form(number))).action.entity

const refusal = (change: Part = {}) => ({
  ...{ ground: 'competence', earlier: null, body: 'police', decider: 'apparatus_head' },
  decidedOn: desk.state.actor().date,
  ...change,
})

describe('a refusal', () => {
  it('is recorded whole, closes the application, and is opened again on a ground of its own', async () => {
    const entity = await registered(1)
    await act(entity, 'application.refused', refusal(), REFUSAL_WORDS)
    const { status, facts, registered: known } = await stateOf(entity)
    expect([status, facts?.outcome]).toEqual(['refused', 'refused_competence'])
    expect(known?.refusal?.personal).toEqual(REFUSAL_WORDS)
    await expect(act(entity, 'application.reopened', { ground: 'applicant_asked' })).rejects.toMatchObject(
      refused('decision.ground_unlawful'),
    )
    await expect(act(entity, 'application.refused', refusal(), REFUSAL_WORDS)).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    await act(entity, 'application.reopened', { ground: 'court' })
    expect((await stateOf(entity)).status).toBe('open')
    expect((await stateOf(entity)).registered?.decisions).toHaveLength(1)
  })

  it('with anything empty, unlawful or made up goes nowhere', async () => {
    const entity = await registered(1)
    const other = await registered(2)
    const before = desk.state.desk().journal.head().count
    const refuse = (change: Part, words: Part = REFUSAL_WORDS) =>
      act(entity, 'application.refused', refusal(change), words)
    for (const name of ['facts', 'evidence', 'whereToTurn', 'howToAppeal', 'decidedBy'])
      await expect(refuse({}, { ...REFUSAL_WORDS, [name]: '  ' })).rejects.toMatchObject(refused('change.personal'))
    await expect(act(entity, 'application.refused', refusal())).rejects.toMatchObject(refused('change.personal'))
    await expect(refuse({ body: null })).rejects.toMatchObject(refused('change.body'))
    await expect(refuse({ body: 'nobody' })).rejects.toMatchObject(refused('decision.body_unknown'))
    await expect(refuse({ ground: 'court_act' })).rejects.toMatchObject(refused('decision.ground_unlawful'))
    await expect(refuse({ ground: 'repeat' })).rejects.toMatchObject(refused('change.body'))
    const repeat = (earlier: EntityId) => refuse({ ground: 'repeat', earlier, body: null })
    await expect(repeat(entityId('application', 'nowhere'))).rejects.toMatchObject(refused('decision.earlier_unknown'))
    await expect(repeat(entity)).rejects.toMatchObject(refused('decision.earlier_unknown'))
    await expect(repeat(entityId('office', 'main'))).rejects.toMatchObject(refused('decision.earlier_unknown'))
    const tomorrow = addDays(desk.state.actor().date, 1)
    await expect(refuse({ decidedOn: tomorrow })).rejects.toMatchObject(refused('decision.date_future'))
    expect(desk.state.desk().journal.head().count).toBe(before)
    await act(entity, 'application.repeat_decided', { earlier: other, same: false }, { because: 'Басқа үй' })
    await expect(repeat(other)).rejects.toMatchObject(refused('decision.earlier_not_same'))
    await act(entity, 'application.repeat_decided', { earlier: other, same: true }, { because: 'Сол үй' })
    await repeat(other)
    expect((await stateOf(entity)).facts?.outcome).toBe('refused_repeat')
  })

  it('under the Rules of 2026 does not rest on a case in which nothing was decided', async () => {
    await officeWorks('KZ-2026')
    const [entity, earlier] = [await registered(1), await registered(2)]
    const body = refusal({ ground: 'same_decision', earlier, body: null })
    const words = { ...REFUSAL_WORDS, settled: 'Пәтер берілді' }
    await expect(act(entity, 'application.refused', body, words)).rejects.toMatchObject(
      refused('decision.earlier_not_decided'),
    )
    await act(entity, 'application.refused', refusal({ ground: 'court_act', body: null }), words)
    expect((await stateOf(entity)).facts?.outcome).toBe('terminated')
  })
})

describe('a second person', () => {
  it('approves what another proposed; nobody refuses alone, and nobody approves their own', async () => {
    await officeWorks('WKO-2020/2023', true)
    const entity = await registered(1)
    await expect(act(entity, 'application.refused', refusal(), REFUSAL_WORDS)).rejects.toMatchObject(
      refused('decision.second_person'),
    )
    await act(entity, 'application.refusal_proposed', refusal(), REFUSAL_WORDS)
    expect((await stateOf(entity)).status).toBe('refusal_proposed')
    await expect(act(entity, 'application.refusal_approved', {})).rejects.toMatchObject(
      refused('decision.own_proposal'),
    )
    await act(entity, 'application.refusal_declined', {}, { reason }, { user: 'u2' })
    expect((await stateOf(entity)).status).toBe('open')
    await act(entity, 'application.refusal_proposed', refusal(), REFUSAL_WORDS)
    await act(entity, 'application.refusal_approved', {}, null, { user: 'u2' })
    expect(await stateOf(entity)).toMatchObject({ status: 'refused', facts: { outcome: 'refused_competence' } })
  })

  it('where the office wants none, nothing is proposed', async () => {
    const entity = await registered(1)
    await expect(act(entity, 'application.refusal_proposed', refusal(), REFUSAL_WORDS)).rejects.toMatchObject(
      refused('decision.no_second_person'),
    )
  })
})

describe('other decisions', () => {
  it('an extension is within the act, by whom it names, and becomes the term of the answer', async () => {
    const entity = await registered(1)
    const { date } = desk.state.actor()
    const extend = (days: number, change: Part = {}) =>
      act(
        entity,
        'application.extended',
        { until: addDays(date, days), decidedOn: date, decider: 'head', ground: 'complex', ...change },
        { reason, decidedBy: 'Сапаров Даурен' },
      )
    await expect(extend(90)).rejects.toMatchObject(refused('decision.until_late'))
    await expect(extend(5)).rejects.toMatchObject(refused('decision.until_early'))
    await expect(extend(40, { decider: 'apparatus_head' })).rejects.toMatchObject(refused('decision.decider_unlawful'))
    await expect(extend(40, { ground: 'facts' })).rejects.toMatchObject(refused('decision.ground_unlawful'))
    await extend(40)
    const { status, facts, registered: known } = await stateOf(entity)
    expect([status, facts?.outcome, known?.extendedTo]).toEqual(['open', 'extended', addDays(date, 40)])
  })

  it('without essence an application is left under clause 5, and never returned', async () => {
    const entity = await registered(1)
    const incomplete = { outcome: 'incomplete', lacks: ['essence'], correctBy: null }
    await expect(
      act(entity, 'application.completeness_checked', { ...incomplete, lacks: ['iin'] }),
    ).rejects.toMatchObject(refused('decision.lacks_unlawful'))
    await act(entity, 'application.completeness_checked', incomplete)
    await expect(
      act(entity, 'application.returned', { ground: 'obscene', earlier: null }, { reason }),
    ).rejects.toMatchObject(refused('change.not_lawful'))
    await act(entity, 'application.left', {}, { reason })
    expect(await stateOf(entity)).toMatchObject({ status: 'left', facts: { outcome: 'left_without_consideration' } })
  })

  it('under the Rules of 2026 it is put right, or returned once its time has passed', async () => {
    await officeWorks('KZ-2026')
    const entity = await registered(1)
    const incomplete = { outcome: 'incomplete', lacks: ['signature'], correctBy: null }
    await expect(act(entity, 'application.completeness_checked', incomplete)).rejects.toMatchObject(
      refused('decision.correct_by'),
    )
    const correctBy = await correctionDay(entity)
    await act(entity, 'application.completeness_checked', { ...incomplete, correctBy })
    await act(entity, 'application.completeness_checked', { outcome: 'complete', lacks: [], correctBy: null })
    await act(entity, 'application.completeness_checked', { ...incomplete, correctBy })
    const back = (days: number) =>
      act(
        entity,
        'application.returned',
        { ground: 'not_corrected', earlier: null },
        { reason },
        { date: addDays(correctBy, days) },
      )
    await expect(back(0)).rejects.toMatchObject(refused('decision.not_due'))
    await back(1)
    expect(await stateOf(entity)).toMatchObject({ status: 'returned', facts: { outcome: 'returned' } })
    await expect(act(entity, 'application.reopened', { ground: 'new_facts' })).rejects.toMatchObject(
      refused('decision.ground_unlawful'),
    )
    await act(entity, 'application.reopened', { ground: 'corrected' })
  })

  it('a matter of others is passed on and closed; one of a central body stays open', async () => {
    const entity = await registered(1)
    const decided = (outcome: string, body: string | null) =>
      act(entity, 'application.competence_decided', { outcome, body })
    await decided('central_body', null)
    expect(await stateOf(entity)).toMatchObject({ status: 'open', registered: { competence: 'central_body' } })
    await expect(decided('forwarded', 'nobody')).rejects.toMatchObject(refused('decision.body_unknown'))
    await decided('forwarded', 'police')
    expect(await stateOf(entity)).toMatchObject({ status: 'forwarded', facts: { outcome: 'forwarded' } })
  })
})

/** Three working days after the day the applicant is told, by the calendar main has. */
async function correctionDay(entity: EntityId) {
  const { registered: known } = await stateOf(entity)
  const term = known && correctionTerm(known.profile, desk.state.actor().date, SEED_CALENDAR)
  if (!term) throw new Error('no time is given')
  return term.by
}
