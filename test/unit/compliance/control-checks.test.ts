import { describe, expect, it } from 'vitest'
import type { InstructionFact } from '#shared/compliance/facts.ts'
import { applicationOf, briefly } from '#test/fixtures/compliance.ts'

const ONE = applicationOf('WKO-2020/2023', '2026-11-02')
const done = (on: string) => ({ on, by: 'u1' })

/** An instruction due on 20 November as far as checks look at it. */
function given(status: string, change: object = {}): InstructionFact {
  const instruction = { application: ONE.id }
  const state = { status, instruction, dueOn: '2026-11-20', executed: null, answer: null, closed: null, ...change }
  return { id: 'instruction:one', state } as unknown as InstructionFact
}

const of = (clause: string, today: string, fact: InstructionFact) =>
  briefly('WKO-2020/2023', clause, today, { applications: [ONE], instructions: [fact] })

describe('clause 32: an instruction that nobody has done is told as broken, however quiet the office keeps', () => {
  it('due to its day, broken past it, broken also where it was done late; a replaced one binds nobody', () => {
    expect(of('32', '2026-11-20', given('on_control'))).toEqual(['instruction due 2026-11-20 -'])
    expect(of('32', '2026-11-23', given('on_control'))).toEqual(['instruction broken 2026-11-20 -'])
    const executed = (doneOn: string) => given('executed', { executed: { doneOn, ...done('2026-11-24') } })
    expect(of('32', '2026-11-25', executed('2026-11-23'))).toEqual(['instruction broken 2026-11-20 2026-11-23'])
    expect(of('32', '2026-11-25', executed('2026-11-19'))).toEqual(['instruction kept 2026-11-20 2026-11-19'])
    expect(of('32', '2026-11-25', given('replaced'))).toEqual([])
  })
})

describe('clause 33: what left control without an answer is told', () => {
  it('executed waits for its answer, closed has it or is broken', () => {
    const executed = { doneOn: '2026-11-19', ...done('2026-11-19') }
    const answer = { on: '2026-11-20' }
    expect(of('33', '2026-11-25', given('on_control'))).toEqual([])
    expect(of('33', '2026-11-25', given('executed', { executed }))).toEqual(['final_answer due - -'])
    const closed = done('2026-11-24')
    expect(of('33', '2026-11-25', given('closed', { executed, answer, closed }))).toEqual([
      'final_answer kept - 2026-11-20',
    ])
    expect(of('33', '2026-11-25', given('closed', { executed, closed }))).toEqual(['final_answer broken - -'])
  })
})
