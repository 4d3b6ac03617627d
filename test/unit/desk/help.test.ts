import { afterEach, beforeEach, expect, it } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { callForHelp, endHelp } from '#electron/desk/help.ts'
import { readableActionsOf } from '#electron/journal/readable.ts'
import { entityId } from '#shared/change/action.ts'
import { dayKey, foldDay } from '#shared/day/transitions.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(() => desk.end())

it('a call stands on disk whatever the page knew, says another room, and ends once', async () => {
  const open = desk.state.desk()
  const actor = desk.state.actor()
  const { entity } = await callForHelp(open, '101', actor)
  expect(entity).toBe(entityId('day', dayKey(actor.date, open.journal.installation)))
  await callForHelp(open, '301', actor)
  const state = async () => foldDay(await readableActionsOf(open.journal, entity))
  expect((await state()).help.map(({ room, endedAt }) => [room, endedAt])).toEqual([
    ['101', null],
    ['301', null],
  ])
  expect((await endHelp(open, entity, actor))?.type).toBe('day.help_ended')
  expect(await endHelp(open, entity, actor)).toBeNull()
  expect((await state()).help.every(({ endedAt }) => endedAt !== null)).toBe(true)
})

it('help ends of a day that called, of nothing else; no screen composes it', async () => {
  const open = desk.state.desk()
  const actor = desk.state.actor()
  const refused = (code: string) => ({ detail: { code } })
  expect(await endHelp(open, entityId('day', dayKey(actor.date, open.journal.installation)), actor)).toBeNull()
  const office = entityId('office', 'main')
  await expect(endHelp(open, office, actor)).rejects.toMatchObject(refused('change.wrong_entity'))
  const intent = { entity: entityId('day', 'x'), type: 'day.help_called', basedOn: null, body: { room: '' } }
  await expect(actByHand(open, intent, null, actor)).rejects.toMatchObject(refused('change.not_lawful'))
})
