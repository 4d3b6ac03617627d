import { describe, expect, it } from 'vitest'
import { EntityId } from '#shared/change/action.ts'
import { whoMayNot } from '#shared/instruction/bars.ts'
import { type Handling, handlingsOf, type KnownCase } from '#shared/instruction/handled.ts'
import type { Executor } from '#shared/instruction/model.ts'
import { foldInstruction } from '#shared/instruction/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const [CASE, OTHER] = ['application:a1', 'application:a2'].map(id => EntityId.parse(id)) as [EntityId, EntityId]
const on = PlainDate.parse('2025-03-03')
const OFFICIALS = [official('o1', 'unit_head', null), official('o2', 'unit_head', null)]
const nobody: Executor = { officialId: null, unit: '', body: null, who: '' }
const named = (who: string) => ({ ...nobody, who })

function was(how: Handling['how'], change: Partial<Handling> = {}): Handling {
  return { application: CASE, how, officialId: null, name: 'Есенова Айгүл Болатқызы', on, ...change }
}

const levels = (executor: Executor, bars: 'decided' | 'assigned', ...handlings: Handling[]) =>
  whoMayNot(executor, bars, handlings, OFFICIALS).map(({ level, code }) => `${level} ${code}`)

describe('clause 35: whoever decided the matter does not get it, in whatever spelling; who else had to do with it is told', () => {
  it('refused by either act; one who had it is refused by that of 2026 alone', () => {
    for (const who of ['ЕСЕНОВА АЙГУЛЬ', 'Есенова А.Б.', 'Esenova Aigul', 'Айгүл Есенова', 'Есенова Айгүл Болатовна']) {
      expect(levels(named(who), 'decided', was('decided'))).toEqual(['stop decided'])
      expect(levels(named(who), 'decided', was('assigned'))).toEqual(['warning assigned'])
      expect(levels(named(who), 'assigned', was('assigned'))).toEqual(['stop assigned'])
      expect(levels(named(who), 'assigned', was('handled'))).toEqual(['warning handled'])
    }
    expect(levels(named('Есенова Гүлнар Болатқызы'), 'decided', was('decided'))).toEqual([])
  })

  it('too little of a name is told and not refused; a unit is told that nobody can be compared', () => {
    for (const who of ['Есенова А.', 'Есенва Айгүл']) {
      expect(levels(named(who), 'decided', was('decided'))).toEqual(['warning perhaps'])
    }
    expect(levels({ ...nobody, unit: 'Тұрғын үй бөлімі' }, 'decided', was('decided'))).toEqual(['warning nobody_named'])
  })

  it('the directory decides where both stand in it, and gives the name where one does not', () => {
    const byId = (officialId: string) => ({ ...nobody, officialId })
    const past = (officialId: string) => was('decided', { officialId, name: '' })
    expect(levels(byId('o1'), 'decided', past('o1'))).toEqual(['stop decided'])
    // Both are called alike in the directory: they are two people all the same.
    expect(levels(byId('o2'), 'decided', past('o1'))).toEqual([])
    const { surname, given, patronymic } = OFFICIALS[0]!.name
    expect(levels(named(`${surname.ru} ${given.ru} ${patronymic.ru}`), 'decided', past('o1'))).toEqual(['stop decided'])
    expect(levels(byId('gone'), 'decided', past('o1'))).toEqual([])
  })

  it('of one case the gravest is told, the stops first', () => {
    const found = whoMayNot(
      named('Есенова Айгүл'),
      'decided',
      [was('handled'), was('decided'), was('assigned', { application: OTHER })],
      OFFICIALS,
    )
    expect(found.map(({ code, application }) => [code, application])).toEqual([
      ['decided', CASE],
      ['assigned', OTHER],
    ])
  })
})

const facts = { outcome: 'received', received: on, officialId: 'o1', result: 'explained' }
const known = (change: object, decisions: object[] = []): KnownCase =>
  ({
    id: CASE,
    application: {
      facts: { ...facts, ...change },
      personal: { officialText: 'Есенова А.Б.' },
      registered: { decisions },
    },
    instructions: [],
  }) as unknown as KnownCase

it('clause 35: a reception that settled the matter was its decision, one that led on was not; a refusal that was only proposed is none', () => {
  const hows = (one: KnownCase) => handlingsOf(one).map(({ how }) => how)
  expect(hows(known({}))).toEqual(['decided'])
  expect(hows(known({ result: 'instruction' }))).toEqual(['handled'])
  expect(hows(known({ result: null }))).toEqual(['handled'])
  expect(hows(known({ outcome: 'pending', received: null }))).toEqual([])
  const body = { decidedOn: on }
  const proposed = { type: 'application.refusal_proposed', body, personal: { decidedBy: 'Серіков А.' } }
  const pending = { outcome: 'pending' }
  expect(hows(known(pending, [proposed]))).toEqual([])
  expect(hows(known(pending, [proposed, { type: 'application.refusal_approved', body: {} }]))).toEqual(['decided'])
  expect(hows(known(pending, [{ ...proposed, type: 'application.extended' }]))).toEqual(['handled'])
})

it('an instruction that was carried to its answer was decided by the last executor, and by nobody once it is on control again', () => {
  const desk = new TestDesk(0)
  const act = (type: string, body: object, user = 'u1') =>
    desk.act(`instruction.${type}`, 'instruction:i1', body as Record<string, unknown>, { user })
  const asked = { key: '0'.repeat(16), action: null, dueOn: '2026-12-08', earlier: [] }
  const instruction = { ...asked, executor: named('Бірінші А.'), protocol: 'protocol:p1', application: CASE }
  act('given', { instruction })
  act('reassigned', { executor: named('Екінші Б.'), ground: 'absent', earlier: [] })
  act('executed', { on })
  act('answered', { answer: { number: '1', on, channel: 'post', letter: null, reasoned: true } })
  const told = () => {
    const instructions = [foldInstruction(desk.actions)]
    const one = known({ outcome: 'pending', received: null })
    return handlingsOf({ ...one, instructions }).map(({ name, how }) => `${name} ${how}`)
  }
  expect(told()).toEqual(['Бірінші А. assigned', 'Екінші Б. decided'])
  act('returned', { ground: 'not_reasoned' })
  expect(told()).toEqual(['Бірінші А. assigned', 'Екінші Б. assigned'])
  act('replaced', { by: 'protocol:p2' })
  expect(told()).toEqual([])
})
