import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { demandWithdrawal, freezeReport } from '#electron/desk/reports.ts'
import type { Cursor } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { reportEntity } from '#shared/report/addressees.ts'
import { endedQuarters, quarterOfDay } from '#shared/report/due.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { sampleData } from '#test/fixtures/report.ts'
import { press } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

type Asked = ParsedArgsOf<'report.freeze'>

const WORDS = [{ kk: 'Тоқсанда 430 өтініш тіркелді.', ru: 'В квартале зарегистрировано 430 обращений.' }]

let desk: TemporaryDesk
let ended: Quarter
const open = () => desk.state.desk()
const actor = () => desk.state.actor()

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  ended = endedQuarters(actor().date, 1)[0]!
})
afterEach(() => desk.end())

function asked(change: Partial<Asked> = {}): Asked {
  const quarter = change.quarter ?? ended
  const report = quarterlyReport({ ...sampleData(), quarter }, SEED_DIRECTORIES)
  const head = open().journal.head().cursor
  return { quarter, basedOn: null, request: press(1), report, narrative: WORDS, asOf: head, ...change }
}

const freeze = (change: Partial<Asked> = {}) => freezeReport(open(), asked(change), actor())
const codeOf = (code: string, params: object = {}) => ({ detail: { code, params } })
const records = () => open().journal.head().count

describe('freezing the quarterly report', () => {
  it('nothing is frozen that is not fit to be signed, and nothing of it stands in the journal', async () => {
    const before = records()
    const current = quarterOfDay(actor().date)
    const [{ kk, ru }] = WORDS as [(typeof WORDS)[number]]
    const [chain, read] = Object.entries(asked().asOf)[0]!
    const refused: [Partial<Asked>, string, object?][] = [
      [{ quarter: current }, 'report.not_ended'],
      [{ narrative: [] }, 'report.no_words'],
      [{ narrative: [{ kk: '  ', ru: '' }] }, 'report.no_words'],
      [{ narrative: [{ kk, ru: ru.replace('430', '431') }] }, 'report.words_differ', { count: 1 }],
      [
        {
          narrative: [
            { kk, ru },
            { kk: '12 хат', ru: 'письма' },
          ],
        },
        'report.words_differ',
        { count: 1 },
      ],
      [{ asOf: { [chain]: read + 1 } as Cursor }, 'report.not_read'],
      [{ asOf: { zzzzzzzzzzzzzzzz: 1 } as Cursor }, 'report.not_read'],
      [{ report: { ...asked().report, quarter: current } }, 'change.body', { type: 'report.frozen', path: 'report' }],
    ]
    for (const [change, code, params] of refused) {
      await expect(freeze(change), code).rejects.toMatchObject(codeOf(code, params))
    }
    expect(records()).toBe(before)
  })

  it('a version holds the whole document as main knows it: who prepared it, on which day, by which act, how far it was read', async () => {
    const { action, version } = await freeze()
    expect(version).toBe(1)
    const { document, profile, asOf } = bodyOf('report.frozen', action)
    expect(profile).toBe('WKO-2020/2023')
    expect(asOf).not.toEqual(open().journal.head().cursor)
    expect(document).toMatchObject({
      quarter: ended,
      version: 1,
      preparedOn: actor().date,
      preparedBy: FIRST_RUN.user.name,
    })
    expect(document.office.name).toEqual(FIRST_RUN.office.name)
    expect(document.sections[0]?.lines[0]).toMatchObject({ current: 430, previous: 388, difference: 42 })
    expect(document.sections.every(({ title }) => title.kk !== '' && title.ru !== '' && title.kk !== title.ru)).toBe(
      true,
    )
  })

  it('the same press freezes once, also after another start; another press counts the next version', async () => {
    const first = await freeze()
    desk = await desk.restart()
    expect((await freeze()).action).toEqual(first.action)
    const second = await freeze({ request: press(2), basedOn: first.action.id })
    expect(second.version).toBe(2)
    const frozen = (await desk.actions()).filter(({ type }) => type === 'report.frozen')
    expect(frozen).toHaveLength(2)
  })

  it('who has not seen the version that stands freezes nothing over it', async () => {
    await freeze()
    await expect(freeze({ request: press(2) })).rejects.toMatchObject(
      codeOf('change.conflict', { type: 'report.frozen' }),
    )
  })

  it('a version is withdrawn once, one that never was is not, and its number is not given again', async () => {
    const { action } = await freeze()
    const { entity } = action
    const withdraw = async (version: number) => {
      const body = { version, ground: 'mistake' as const }
      await demandWithdrawal(open(), { entity }, body)
      const intent = intentNow(open().journal, 'report', ended, 'report.withdrawn', body)
      return (await open().gate.act([{ intent }], actor()))[0]
    }
    await expect(withdraw(2)).rejects.toMatchObject(codeOf('report.no_version'))
    const withdrawn = await withdraw(1)
    await expect(withdraw(1)).rejects.toMatchObject(codeOf('report.no_version'))
    const again = await freeze({ request: press(2), basedOn: withdrawn?.id ?? null })
    expect(again.version).toBe(2)
    expect(entity).toBe(reportEntity(ended))
  })
})
