import type { Locator } from 'playwright-core'
import { addDays, type PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { registered } from './reception.ts'

/** An application whose answer is long overdue, and one whose answer is due: their ids. */
export async function seedTerms(at: AtDesk, today: PlainDate): Promise<{ late: string; due: string }> {
  const catchUp = { on: addDays(today, -40), at: PlainTime.parse('10:00') }
  const person = { surname: 'Оспанов', given: 'Ерлан', iin: '' }
  const late = await registered(at, 'y'.repeat(16), { officialId: null, catchUp }, person)
  const due = await registered(at, 'z'.repeat(16), { officialId: null }, { ...person, given: 'Айдос' })
  return { late: late.entity, due: due.entity }
}

/** The days around today in which both terms end. */
export function daysAround(today: PlainDate): Record<'from' | 'to', PlainDate> {
  return { from: addDays(today, -60), to: addDays(today, 60) }
}

export async function openCompliance(at: AtDesk, narrowed: Readonly<Record<string, string>>): Promise<void> {
  await goToAddress(at, `#/report?${new URLSearchParams({ part: 'compliance', ...narrowed })}`)
  await at.page.getByRole('region', { name: at.t('compliance.title'), exact: true }).waitFor()
}

/** The records of a clause, which it unfolds where they are folded. */
export async function recordsOf({ page, t }: AtDesk, clause: string): Promise<Locator> {
  const table = page.getByRole('table', { name: t('compliance.records_of', { clause }), exact: true })
  if ((await table.count()) === 0) {
    await page.getByRole('button', { name: t('compliance.records_of', { clause }) }).press('Enter')
  }
  await table.waitFor()
  return table
}
