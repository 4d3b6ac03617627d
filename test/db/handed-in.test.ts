import { expect, it } from 'vitest'
import { numberText } from '#shared/application/number.ts'
import type { Action } from '#shared/change/action.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

it('clause 25: a visit tells what was handed in during it, as it is registered, corrected and numbered', async () => {
  const desk = new TestDesk(0)
  const first = desk.register(1, 's1')
  const visit = 'visit:20260922-0000000000000000-0001'
  const other = 'visit:20260922-0000000000000000-0002'
  const handed = desk.register(2, 's1', { atReception: visit as never }, { eotinish: '' })
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const more = async (...actions: Action[]) => {
    main.append(...actions)
    await client.caughtUp(main.head())
  }
  const told = async (of: string) => client.query('applications.handed_in', { visit: of as never })
  expect((await told(visit)).map(({ id, atReception }) => [id, atReception])).toEqual([[handed.entity, visit]])
  expect(await told(other)).toEqual([])
  await more(desk.onApplication('eotinish_noted', handed, {}, { eotinish: 'ЖТ-2026-00476572' }))
  expect((await told(visit))[0]?.eotinish).toBe('ЖТ-2026-00476572')
  const page = await client.query('applications.page', { filter: {}, after: null, limit: 10 })
  expect(page.rows.find(({ id }) => id === first.entity)?.atReception).toBeNull()
})

it('clause 25: the rows of a list of numbers are found by ours, as it is written here; who else holds that of e-Otinish is told', async () => {
  const desk = new TestDesk(0)
  const one = desk.register(1, 's1', {}, { eotinish: '' })
  const two = desk.register(2, 's2', {}, { eotinish: 'ЖТ-2026-00000002' })
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const page = await client.query('applications.page', { filter: {}, after: null, limit: 10 })
  const numberOf = (id: string) => numberText(page.rows.find(row => row.id === id)!.number!)
  const rows = [
    { number: numberOf(one.entity), eotinish: 'жт 2026 00000002' },
    { number: numberOf(two.entity).replace('-', ' '), eotinish: 'ЖТ-2026-00000002' },
    { number: numberOf(one.entity).replace(/^./, 'Щ'), eotinish: 'ЖТ-2026-00000009' },
    { number: 'А-2026-999999', eotinish: '' },
  ]
  const found = await client.query('applications.numbered', { rows })
  expect(found.map(row => [row.found?.id ?? null, row.found?.eotinish ?? null, row.holder])).toEqual([
    [one.entity, '', two.entity],
    [two.entity, 'ЖТ-2026-00000002', two.entity],
    [null, null, null],
    [null, null, null],
  ])
})
