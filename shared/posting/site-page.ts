import type { Bilingual } from '../official/model.ts'
import type { PostedSheet, SheetRow } from '../schedule/posted-sheet.ts'
import type { SheetSlot } from '../schedule/posted-slots.ts'
import { type FootKey, footOf } from './posted-foot.ts'
import { type TitleKey, titleKey } from './posted-title.ts'
import type { SheetTexts } from './sheet-texts.ts'
import { SITE_STYLE } from './site-style.ts'

/** Keys of the words of the page. */
export type PageKey =
  | FootKey
  | TitleKey
  | 'site.page.languages'
  | 'site.page.updated'
  | 'site.page.empty'
  | 'site.page.column.person'
  | 'schedule.sheet.place'
  | 'schedule.sheet.approved'
  | 'schedule.sheet.staff'
  | 'schedule.sheet.column.day'
  | 'schedule.sheet.column.hours'
  | 'schedule.sheet.column.room'
  | 'schedule.sheet.working_days'
  | 'schedule.sheet.except'
  | 'schedule.sheet.video'
  | `language.long.${'kk' | 'ru'}`

/** What the page is made of: the sheets of its months in order, approved ones only. */
export interface PageInput {
  readonly sheets: readonly [PostedSheet, ...PostedSheet[]]
  /** Date of the file, official, in both languages. */
  readonly madeOn: Bilingual
  readonly texts: SheetTexts<PageKey>
}

type Side = keyof Bilingual
const SIDES: readonly Side[] = ['kk', 'ru']

/**
 * The schedule as one page for the akim's site (clause 7): the Kazakh part, then the Russian one, each in its language; no
 * script, nothing fetched. Every text is escaped.
 */
export function sitePage({ sheets, madeOn, texts }: PageInput): string {
  const [{ profile, office }] = sheets
  const title = texts(titleKey(profile))
  const links = SIDES.map(
    side =>
      `<li><a href="#${side}" lang="${side}" hreflang="${side}">${escaped(texts(`language.long.${side}`)[side])}</a></li>`,
  )
  return [
    '<!doctype html>',
    '<html lang="kk">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${title.kk} / ${title.ru} – ${office.name.kk}`)}</title>`,
    `<style>${SITE_STYLE}</style>`,
    '</head>',
    '<body>',
    `<nav aria-label="${escaped(texts('site.page.languages').kk)}"><ul>${links.join('')}</ul></nav>`,
    '<main>',
    ...SIDES.map(side => part(side, { sheets, madeOn, texts })),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function part(side: Side, { sheets, madeOn, texts }: PageInput): string {
  const [first] = sheets
  const id = `${side}-title`
  return [
    `<section id="${side}" lang="${side}" aria-labelledby="${id}">`,
    `<p class="office">${escaped(first.office.name[side])}</p>`,
    `<h1 id="${id}">${escaped(texts(titleKey(first.profile))[side])}</h1>`,
    ...sheets.map(sheet => month(sheet, side, texts)),
    '<div class="foot">',
    ...generalFoot(first, texts).map(text => `<p>${escaped(text[side])}</p>`),
    `<p class="source">${escaped(texts('site.page.updated', { date: madeOn })[side])}</p>`,
    '</div>',
    '</section>',
  ].join('\n')
}

/** What is the same for all months stands once; notes and marks are each month's own. */
function generalFoot(sheet: PostedSheet, texts: PageInput['texts']): Bilingual[] {
  return footOf({ ...sheet, notes: [], mark: null }, texts).map(({ text }) => text)
}

function month(sheet: PostedSheet, side: Side, texts: PageInput['texts']): string {
  const approved = sheet.approvedOn === null ? '' : texts('schedule.sheet.approved', { date: sheet.approvedOn })[side]
  const mark = sheet.mark === null ? '' : texts('schedule.sheet.mark', { mark: sheet.mark })[side]
  const notes = footOf(sheet, texts).filter(({ kind }) => kind === 'note')
  const caption = `${texts('schedule.sheet.place')[side]}, ${sheet.monthTitle[side]}`
  const rows = [...sheet.leaders, ...sheet.staff]
  if (rows.length === 0) return `<h2>${escaped(caption)}</h2><p>${escaped(texts('site.page.empty')[side])}</p>`
  return [
    '<table>',
    `<caption>${escaped(caption)}</caption>`,
    head(side, texts),
    ...sheet.leaders.map(row => official(row, side, texts)),
    ...(sheet.staff.length === 0 ? [] : [staffHead(side, texts)]),
    ...sheet.staff.map(row => official(row, side, texts)),
    '</table>',
    ...notes.map(({ mark: sign, text }) => `<p><sup>${escaped(sign)}</sup> ${escaped(text[side])}</p>`),
    `<p class="approved">${escaped([approved, mark].filter(text => text !== '').join('. '))}</p>`,
  ].join('\n')
}

function head(side: Side, texts: PageInput['texts']): string {
  const names = [
    texts('site.page.column.person'),
    texts('schedule.sheet.column.day'),
    texts('schedule.sheet.column.hours'),
    texts('schedule.sheet.column.room'),
  ]
  return `<thead><tr>${names.map(name => `<th scope="col">${escaped(name[side])}</th>`).join('')}</tr></thead>`
}

function staffHead(side: Side, texts: PageInput['texts']): string {
  return `<tbody class="block"><tr><th colspan="4" scope="rowgroup">${escaped(texts('schedule.sheet.staff')[side])}</th></tr></tbody>`
}

function official(row: SheetRow, side: Side, texts: PageInput['texts']): string {
  const scope = row.slots.length > 1 ? 'rowgroup' : 'row'
  const person = `<th scope="${scope}" rowspan="${row.slots.length}"><b>${escaped(row.name[side])}</b><span>${escaped(row.position[side])}</span></th>`
  const hours = escaped(texts('schedule.sheet.column.hours')[side])
  const room = escaped(texts('schedule.sheet.column.room')[side])
  const lines = row.slots.map(
    (slot, index) =>
      `<tr>${index === 0 ? person : ''}<td>${days(slot, side, texts)}</td>` +
      `<td class="hours" data-name="${hours}">${escaped(slot.hours)}</td>` +
      `<td class="room" data-name="${room}">${escaped(slot.room)}</td></tr>`,
  )
  return `<tbody>${lines.join('')}</tbody>`
}

function days(slot: SheetSlot, side: Side, texts: PageInput['texts']): string {
  const video = slot.video ? `<span>${escaped(texts('schedule.sheet.video')[side])}</span>` : ''
  if (slot.kind === 'days') {
    const note = slot.note === null ? '' : `<sup>${slot.note}</sup>`
    return `<b>${escaped(slot.days[side])}${note}</b><span>${escaped(slot.weekday[side])}</span>${video}`
  }
  const except = slot.except[side] === '' ? '' : texts('schedule.sheet.except', { days: slot.except })[side]
  return `<b>${escaped(texts('schedule.sheet.working_days')[side])}</b><span>${escaped(except)}</span>${video}`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => SIGNS[sign] ?? '')
}
