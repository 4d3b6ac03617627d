import type { Paper } from '#shared/ipc/documents.ts'
import type { DoorSignData } from '#shared/posting/reception-sheets.ts'
import { sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import './door-sign.css'

interface Props {
  readonly data: DoorSignData
  readonly paper: Paper
}

const LANGUAGES = ['kk', 'ru'] as const

/** The sign on a door: Kazakh left, Russian right, of one size; the number of the room between, read from the far end of a corridor. */
export function DoorSign({ data, paper }: Props) {
  const size = paper === 'A3' ? 'a3' : 'a4'
  return (
    <section className={`sheet sheet-${size}-landscape door door-${size}`}>
      <div className="door-halves door-office">
        {LANGUAGES.map(language => (
          <p key={language} lang={language}>
            {data.office[language]}
          </p>
        ))}
      </div>
      <p className="door-room">{data.room}</p>
      <div className="door-halves door-person">
        {LANGUAGES.map(language => (
          <div key={language} lang={language}>
            <h1>{data.official.name[language]}</h1>
            <p>{data.official.position[language]}</p>
          </div>
        ))}
      </div>
      <div className="door-halves door-hours">
        {LANGUAGES.map(language => (
          <div key={language} lang={language}>
            <p className="door-title">{sheetWords(language).t('sheet.door.title')}</p>
            {data.lines.map(({ days, hours }) => (
              <p key={`${days.ru} ${hours}`}>
                {days[language]} <b>{hours}</b>
              </p>
            ))}
            {data.phone === '' ? null : (
              <p className="door-phone">{sheetWords(language).t('sheet.door.phone', { phone: data.phone })}</p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
