import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { EntityId } from '#shared/change/action.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { person, planOf } from '#test/fixtures/plan.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { counting } from '#test/fixtures/schedule.ts'
import type { AtDesk } from '../../e2e/pages/at-desk.ts'
import { copyOf, remove } from '../../e2e/pages/at-desk.ts'
import { goToAddress } from '../../e2e/pages/frame.ts'
import { act, ask } from '../../e2e/pages/reception.ts'
import { newcomerOf } from '../newcomers.ts'
import type { Row } from '../row.ts'

const MONTHS = ['2026-10', '2026-11', '2026-12'].map(month => PlainMonth.parse(month))
const TODAY = PlainDate.parse('2026-10-01')

export const whatIf: Row = {
  ...{ name: 'S12', what: 'what-if on a quarter with 600 booked', beside: 'redraw of the planner', unit: 'ms' },
  ...{ samples: 3, sizeless: true, wholeOnly: true },
  goal: { as: 'ratio', most: 3 },
  open: async bench => {
    const folder = await copyOf(await bench.empty())
    bench.atEnd(() => remove(folder))
    const at = await bench.sitAt(folder)
    await book(at, bench.isWhole ? 600 : 60)
    const texts = { look: at.t('what_if.look'), drop: at.t('what_if.drop') }
    const shownAt = async (part: string, selector: string) => {
      await goToAddress(at, `#/schedule?part=${part}&month=2026-10`)
      await at.page.locator(selector).first().waitFor()
    }
    return {
      product: async () => {
        await shownAt('what_if', '.not-real')
        return at.page.evaluate(lookAt, texts)
      },
      baseline: async () => {
        await shownAt('what_if', '.not-real')
        return at.page.evaluate(drawPeople)
      },
      close: async () => {
        await at.desk.quit()
        await at.desk.close()
      },
    }
  },
}

/** The officials of the sample, a quarter of their receptions, and so many booked in the order of application. */
async function book(at: AtDesk, count: number): Promise<void> {
  const newId = counting()
  for (const official of SAMPLE_OFFICIALS) {
    await act(at, `official:${official.id}`, 'official.added', null, { official, batch: null })
  }
  const receptions = []
  for (const month of MONTHS) {
    const { schedule } = proposeSchedule({ month, officials: SAMPLE_OFFICIALS, calendar: SEED_CALENDAR, newId })
    const wide = { ...schedule, receptions: schedule.receptions.map(one => ({ ...one, capacity: 40 })) }
    receptions.push(...wide.receptions)
    const body = { schedule: wide, approvedBy: 'Сапаров Дәурен', approvedOn: TODAY, ofQuarter: false }
    const intent = { entity: `schedule:${month}`, type: 'schedule.approved', basedOn: null, body }
    await ask(at, 'planApply', { request: requestOf(Number(month.slice(5))), acts: [intent] })
  }
  const people = []
  const heads = new Map<string, string>()
  for (let n = 0; n < count; n += 1) {
    const officialId = `official-${n % SAMPLE_OFFICIALS.length}`
    const one = newcomerOf(n)
    const asked = { ...one, registration: { ...one.registration, officialId }, request: requestOf(100 + n) }
    const { action } = await ask<{ action: { id: string; entity: EntityId } }>(at, 'applicationRegister', asked)
    heads.set(action.entity, action.id)
    people.push(person(n, { application: action.entity, appointed: { officialId, video: n % 7 === 0 } }))
  }
  const { acts } = fillTimes(planOf({ officials: SAMPLE_OFFICIALS, receptions, people, today: TODAY }))
  const intents = acts.map(one => ({ ...one, basedOn: heads.get(one.entity) ?? null }))
  await ask(at, 'planApply', { request: requestOf(99), acts: intents })
}

function requestOf(n: number): string {
  return `p${String(n).padStart(15, '0')}`
}

/** Presses the button and waits until what comes of it is drawn; milliseconds. */
async function lookAt({ look, drop }: { look: string; drop: string }): Promise<number> {
  const button = (text: string) => [...document.querySelectorAll('button')].find(one => one.innerText.trim() === text)
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  button(drop)?.click()
  while (button(drop)) await frame()
  const started = performance.now()
  button(look)?.click()
  while (!button(drop)) await frame()
  return performance.now() - started
}

/** Goes to the people of the month and waits until they are drawn; milliseconds. */
async function drawPeople(): Promise<number> {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const started = performance.now()
  window.location.hash = '#/schedule?part=people&month=2026-10'
  while (!document.querySelector('.plan-columns')) await frame()
  return performance.now() - started
}
