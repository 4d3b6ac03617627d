import { Fragment } from 'react'
import type { Bilingual } from '#shared/official/model.ts'
import type { PostedSheet, SheetRow } from '#shared/schedule/posted-sheet.ts'
import type { SheetSlot } from '#shared/schedule/posted-slots.ts'
import type { ScheduleSheetKey, SheetTexts } from './sheet-texts.ts'

interface Props {
  readonly sheet: PostedSheet
  readonly texts: SheetTexts<ScheduleSheetKey>
}

/** The table: person and day in Kazakh, hours and room, day and person in Russian. */
export function PostedRows({ sheet, texts }: Props) {
  const staff = texts('schedule.sheet.staff')
  return (
    <table className="posted-table">
      <colgroup>
        <col className="posted-col-person" />
        <col className="posted-col-day" />
        <col className="posted-col-hours" />
        <col className="posted-col-room" />
        <col className="posted-col-day" />
        <col className="posted-col-person" />
      </colgroup>
      <TableHead texts={texts} />
      {sheet.leaders.map(row => (
        <Official key={row.officialId} row={row} texts={texts} />
      ))}
      {sheet.staff.length > 0 && (
        <tbody className="posted-block">
          <tr>
            <th colSpan={3} scope="colgroup" lang="kk">
              {staff.kk}
            </th>
            <th colSpan={3} scope="colgroup" lang="ru">
              {staff.ru}
            </th>
          </tr>
        </tbody>
      )}
      {sheet.staff.map(row => (
        <Official key={row.officialId} row={row} texts={texts} />
      ))}
    </table>
  )
}

function TableHead({ texts }: Pick<Props, 'texts'>) {
  const person = texts('schedule.sheet.column.person')
  const day = texts('schedule.sheet.column.day')
  const hours = texts('schedule.sheet.column.hours')
  const room = texts('schedule.sheet.column.room')
  return (
    <thead>
      <tr>
        <th lang="kk">{person.kk}</th>
        <th lang="kk">{day.kk}</th>
        <Both text={hours} />
        <Both text={room} />
        <th lang="ru">{day.ru}</th>
        <th lang="ru">{person.ru}</th>
      </tr>
    </thead>
  )
}

function Both({ text }: { readonly text: Bilingual }) {
  return (
    <th className="posted-middle">
      <span lang="kk">{text.kk}</span>
      <br />
      <span lang="ru">{text.ru}</span>
    </th>
  )
}

/** One official: a line for each of their slots, the name spanning them. A page never breaks inside. */
function Official({ row, texts }: { readonly row: SheetRow; readonly texts: Props['texts'] }) {
  return (
    <tbody>
      {row.slots.map((slot, index) => (
        <tr key={`${slot.days.ru} ${slot.hours} ${slot.room} ${slot.video}`}>
          {index === 0 && <Person row={row} language="kk" />}
          <Day slot={slot} language="kk" texts={texts} />
          <td className="posted-middle posted-hours">{slot.hours}</td>
          <td className="posted-middle posted-room">{slot.room}</td>
          <Day slot={slot} language="ru" texts={texts} />
          {index === 0 && <Person row={row} language="ru" />}
        </tr>
      ))}
    </tbody>
  )
}

function Person({ row, language }: { readonly row: SheetRow; readonly language: keyof Bilingual }) {
  return (
    <td className="posted-person" rowSpan={row.slots.length} lang={language}>
      <b>{row.name[language]}</b>
      <span>{row.position[language]}</span>
    </td>
  )
}

interface DayProps {
  readonly slot: SheetSlot
  readonly language: keyof Bilingual
  readonly texts: Props['texts']
}

function Day({ slot, language, texts }: DayProps) {
  const daily = slot.kind === 'working_days'
  const video = slot.video && <span className="posted-video">{texts('schedule.sheet.video')[language]}</span>
  return (
    <td className={daily ? 'posted-day posted-daily' : 'posted-day'} lang={language}>
      {daily ? (
        <Fragment>
          <b>{texts('schedule.sheet.working_days')[language]}</b>
          {slot.except[language] !== '' && (
            <span>{texts('schedule.sheet.except', { days: slot.except })[language]}</span>
          )}
          {video}
        </Fragment>
      ) : (
        <Fragment>
          <b>
            {slot.days[language]}
            {slot.note !== null && <sup>{slot.note}</sup>}
          </b>
          <span>{slot.weekday[language]}</span>
          {video}
        </Fragment>
      )}
    </td>
  )
}
