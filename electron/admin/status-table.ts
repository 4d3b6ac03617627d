import { officeDate, officeTime } from '../desk/office-date.ts'
import type { Translate } from '../i18n.ts'
import type { ChainStanding } from './standing.ts'

const GAP = '  '
/** Where nothing is known. */
const NONE = '\u2013'

/** The desks of an office as a table for a terminal: a heading, a rule, a row a desk. */
export function statusTable(chains: readonly ChainStanding[], t: Translate): string[] {
  const head = [
    t('admin.column.letter'),
    t('admin.column.desk'),
    t('admin.column.state'),
    t('admin.column.seen'),
    t('admin.column.own'),
    t('admin.column.relayed'),
    t('admin.column.held'),
    t('admin.column.missing'),
  ]
  const all = chains.reduce((sum, { last }) => sum + last, 0)
  const rows = [...chains].sort(byLetter).map(chain => rowOf(chain, all, t))
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(row => row[at]?.length ?? 0)))
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(GAP)
      .trimEnd()
  return [lineOf(head), widths.map(width => '-'.repeat(width)).join(GAP), ...rows.map(lineOf)]
}

function byLetter(a: ChainStanding, b: ChainStanding): number {
  const of = ({ letter, installation }: ChainStanding) => `${letter ?? '\uffff'}${installation}`
  return of(a) < of(b) ? -1 : 1
}

function rowOf(
  { letter, installation, state, seen, last, relayed, missing }: ChainStanding,
  all: number,
  t: Translate,
) {
  const word = {
    open: t('admin.state.open'),
    retired: t('admin.state.retired'),
    replaced: t('admin.state.replaced'),
  }[state]
  const held = seen === null ? NONE : t('admin.status.held', { held: seen.held, all })
  return [
    ...[letter ?? NONE, installation, word, seen === null ? NONE : momentOf(seen.at), String(last)],
    ...[String(relayed), held, String(missing)],
  ]
}

/** Day and time of the office. */
function momentOf(iso: string): string {
  const at = Date.parse(iso)
  const [year, month, day] = officeDate(at).split('-')
  return `${day}.${month}.${year} ${officeTime(at)}`
}
