import { afterEach, beforeEach, expect, it } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { EntityId, SubjectId } from '#shared/change/action.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { FIRST_RUN, JOURNALS, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let subject: SubjectId
const request = 'a'.repeat(16)

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  const preview = await desk.imports.open('journal', JOURNALS[0]!)
  await desk.imports.run(preview.importId).ended
  const imported = (await desk.actions()).find(action => action.type === 'application.imported')
  subject = SubjectId.parse(imported?.personal?.subject)
})
afterEach(() => desk.end())

async function act(type: string, body: Record<string, unknown>, who: string = subject) {
  const entity = EntityId.parse(`subject:${who}`)
  const last = (await desk.actions()).findLast(action => action.entity === entity)
  const intent = { entity, type, basedOn: last?.id ?? null, body }
  return actByHand(desk.state.desk(), intent, null, desk.state.actor())
}
const refused = (code: string) => ({ detail: { code } })

it('a request is answered once, on a day that has come and not before it was made, and as such a request may end', async () => {
  const today = desk.state.actor().date
  const late = addDays(today, 1)
  await expect(act('subject.asked', { request, what: 'see', on: late })).rejects.toMatchObject(refused('subject.day'))
  await act('subject.asked', { request, what: 'see', on: today })
  const answer = (how: string, on: string) => act('subject.answered', { request, how, on })
  await expect(answer('done', today)).rejects.toMatchObject(refused('change.not_lawful'))
  await expect(answer('handed', addDays(today, -1))).rejects.toMatchObject(refused('subject.day'))
  await answer('handed', today)
  await expect(answer('handed', today)).rejects.toMatchObject(refused('change.not_lawful'))
  await expect(act('subject.asked', { request, what: 'see', on: today })).rejects.toMatchObject(
    refused('change.not_lawful'),
  )
})

it('of a person nothing is kept of nothing is asked, and erasing one who asked for it still erases', async () => {
  const on = desk.state.actor().date
  const unknown = act('subject.asked', { request, what: 'see', on }, 'nobodynobodynobodyno')
  await expect(unknown).rejects.toMatchObject(refused('subject.unknown'))
  await act('subject.asked', { request, what: 'destroy', on })
  await eraseSubject(desk.state.desk(), subject, 'request', desk.state.actor())
  expect(desk.state.desk().gate.related().erasedSubjects.has(subject)).toBe(true)
  await expect(act('subject.asked', { request: 'b'.repeat(16), what: 'see', on })).rejects.toMatchObject(
    refused('subject.unknown'),
  )
})
