import type { ReactNode } from 'react'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import { officialDate } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'
import '../sheet.css'
import './letter-sheet.css'

interface Given {
  readonly data: LetterSheetData
  readonly words: Pick<Words, 't' | 'dates'>
}

/** A letter of the office in one language: on screen the very element that is printed. */
export function LetterSheet({ data, words }: Given) {
  const { t } = words
  const { addressee, heading, paragraphs, signer, attachment } = data
  return (
    <article className="sheet sheet-a4 letter" lang={data.language}>
      {data.draft ? (
        <div className="sheet-draft" aria-hidden="true">
          <span data-mark={t('letter.sheet.draft')} />
        </div>
      ) : null}
      <Letterhead data={data} words={words} />
      <div className="letter-addressee">
        {addressee.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {heading === '' ? null : <h1>{heading}</h1>}
      {/* What stands on a line of its own begins as a paragraph does. */}
      {paragraphs
        .flatMap(text => text.split('\n'))
        .map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed letter never changes its order
          <p className="letter-text" key={at}>
            {kept(text)}
          </p>
        ))}
      {attachment === '' ? null : <p className="letter-text">{t('letter.sheet.attachment', { text: attachment })}</p>}
      <div className="letter-signature">
        <b>{signer.position}</b>
        <b>{signer.name}</b>
      </div>
      <Executor data={data} words={words} />
    </article>
  )
}

/** The office in both languages, the state language left; number and date, and what the letter answers. */
function Letterhead({ data: { office, number, on, reference }, words: { t, dates } }: Given) {
  return (
    <header>
      <div className="letter-head">
        {(['kk', 'ru'] as const).map(language => (
          <div key={language} lang={language}>
            <b>{office.name[language]}</b>
            <span>{office.address[language]}</span>
          </div>
        ))}
      </div>
      <div className="letter-number">
        <span>
          {on === null ? t('letter.sheet.no_date') : officialDate(on, dates)}
          {' \u00b7 '}
          {t('letter.sheet.number', { number: number === '' ? '________' : number })}
        </span>
        {reference === null ? null : (
          <span>
            {t('letter.sheet.reference', { number: reference.number, date: officialDate(reference.on, dates) })}
          </span>
        )}
      </div>
    </header>
  )
}

function Executor({ data: { executor, office }, words: { t } }: Given) {
  if (executor.name === '') return null
  const phone = executor.phone || office.phone
  return (
    <footer className="letter-executor">
      {t('letter.sheet.executor', { name: executor.name })}
      {phone === '' ? null : <span>{t('letter.sheet.phone', { phone })}</span>}
    </footer>
  )
}

/** A number does not part from its sign, nor within itself. */
function kept(text: string): ReactNode[] {
  return text.split(/(\u2116\s\S+)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a printed letter never changes its order
      <span className="letter-unbroken" key={at}>
        {part.replace(/\s/, '\u00a0')}
      </span>
    ),
  )
}
