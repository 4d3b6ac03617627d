import { expect, test } from 'vitest'
import { DraftWriter, WRITE_WITHIN } from '#renderer/features/register/draft-writer.ts'
import { fail, ok, type Result } from '#shared/result/result.ts'

/** A writer whose clock and disk are in the test's hands. */
function rig() {
  const written: string[] = []
  const timers: { work: () => void; milliseconds: number }[] = []
  const answers: ((result: Result<unknown>) => void)[] = []
  const told: boolean[] = []
  const writer = new DraftWriter({
    save: value => {
      written.push(value)
      return new Promise(resolve => answers.push(resolve))
    },
    later: (work, milliseconds) => timers.push({ work, milliseconds }),
    onSaved: result => told.push(result.ok),
  })
  const settle = async (result: Result<unknown> = ok({})) => {
    answers.shift()?.(result)
    await new Promise(resolve => setImmediate(resolve))
  }
  return { writer, written, timers, told, settle, tick: () => timers.shift()?.work() }
}

test('what is typed without a pause is written all the same, within 300 ms', async () => {
  const { writer, written, timers, tick, settle } = rig()
  for (const text of ['С', 'Се', 'Сер']) writer.change(() => text)
  expect(timers).toHaveLength(1)
  expect(timers[0]?.milliseconds).toBe(WRITE_WITHIN)
  expect(WRITE_WITHIN).toBeLessThanOrEqual(300)
  tick()
  await settle()
  expect(written).toEqual(['Сер'])
})

test('leaving a field writes at once', async () => {
  const { writer, written, settle } = rig()
  writer.change(() => 'x')
  void writer.flush()
  await settle()
  expect(written).toEqual(['x'])
})

test('a change during a write is written after it, never beside it', async () => {
  const { writer, written, settle } = rig()
  writer.change(() => 'a')
  void writer.flush()
  writer.change(() => 'b')
  void writer.flush()
  expect(written).toEqual(['a'])
  await settle()
  expect(written).toEqual(['a', 'b'])
  await settle()
})

test('after the end nothing comes back, and a write under way is waited for', async () => {
  const { writer, written, settle, tick } = rig()
  writer.change(() => 'a')
  void writer.flush()
  writer.change(() => 'b')
  let ended = false
  const end = writer.end().then(() => {
    ended = true
  })
  await new Promise(resolve => setImmediate(resolve))
  expect(ended).toBe(false)
  await settle()
  await end
  writer.change(() => 'c')
  tick()
  await settle()
  expect(written).toEqual(['a'])
})

test('an end that came to nothing goes on, and a refused write is told', async () => {
  const { writer, written, told, settle } = rig()
  await writer.end()
  writer.goOn()
  writer.change(() => 'a')
  void writer.flush()
  await settle(fail('journal.disk_full'))
  expect(written).toEqual(['a'])
  expect(told).toEqual([false])
})

test('a second press while the first is under way brings nothing back', async () => {
  const { writer, written, settle, tick } = rig()
  writer.change(() => 'a')
  const sent = Promise.withResolvers<boolean>()
  const acts: string[] = []
  const press = (name: string) =>
    writer.replaceBy(() => {
      acts.push(`${name} after ${written.at(-1)}`)
      return sent.promise
    })
  const first = press('first')
  expect(await press('second')).toBe(false)
  await settle()
  expect(await press('third')).toBe(false)
  writer.change(() => 'again')
  tick()
  sent.resolve(true)
  expect(await first).toBe(true)
  writer.change(() => 'late')
  await writer.flush()
  expect(acts).toEqual(['first after a'])
  expect(written).toEqual(['a'])
})

test('what was refused, or broke, is kept on as it is typed', async () => {
  const { writer, written, settle } = rig()
  expect(await writer.replaceBy(async () => false)).toBe(false)
  await expect(writer.replaceBy(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  writer.change(() => 'b')
  void writer.flush()
  await settle()
  expect(written).toEqual(['b'])
})
