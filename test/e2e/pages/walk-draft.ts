import { bodyOf } from '#shared/change/action-types.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { AtDesk } from './at-desk.ts'
import { journal } from './journal.ts'
import { ask } from './reception.ts'
import { openMonth } from './schedule.ts'

/** Keeps a draft of an approved month in which one reception has another room, and puts the same one by video by an absence. */
export async function seedCollision(at: AtDesk, month: string): Promise<void> {
  const entity = `schedule:${month}`
  const approved = (await journal(at)).findLast(one => one.entity === entity && one.type === 'schedule.approved')
  if (approved === undefined) throw new Error('the month is approved')
  const { schedule } = bodyOf('schedule.approved', approved)
  const [first] = schedule.receptions
  if (first === undefined) throw new Error('the month has receptions')
  const withFirst = (change: Partial<Reception>) => ({
    month,
    receptions: schedule.receptions.map(one => (one === first ? { ...one, ...change } : one)),
  })
  const draft = {
    schedule: withFirst({ room: '9' }),
    agreed: schedule.receptions.map(({ id }) => id),
    base: approved.id,
  }
  await ask(at, 'draftSave', { name: `schedule.${month}`, value: JSON.stringify(draft) })
  const missing = { kind: 'official', id: first.officialId }
  const days = { from: first.date, to: first.date, toldOn: first.date }
  const change = { code: 'absence', ref: 'walkwalkwalkwalk' }
  const changed = withFirst({ mode: 'video', link: '№ 1', room: '' })
  await ask(at, 'planApply', {
    request: 'w'.repeat(16),
    acts: [
      {
        entity: `absence:${change.ref}`,
        type: 'absence.set',
        basedOn: null,
        body: { absence: { missing, ...days, ground: 'illness', acting: null, note: '' } },
      },
      { entity, type: 'schedule.changed', basedOn: approved.id, body: { schedule: changed, change } },
    ],
  })
  await openMonth(at, '2026-04')
  await openMonth(at, month)
}
