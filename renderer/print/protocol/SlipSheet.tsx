import type { SlipData } from '#shared/protocol/sheet.ts'
import { officialDate } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'
import '../sheet.css'
import './protocol-sheet.css'

interface Given {
  readonly data: SlipData
  /** In the language of the slip. */
  readonly words: Pick<Words, 't' | 'dates'>
}

/** What an executor gets of a protocol: what to do and by when, the number it is asked under, and the line of control. */
export function SlipSheet({ data, words: { t, dates } }: Given) {
  const number = data.number === '' ? '________' : data.number
  const given = [
    t('slip.protocol', { number }),
    data.signedOn === null ? '' : officialDate(data.signedOn, dates),
    data.reference === ''
      ? ''
      : t(data.annex ? 'slip.application_annex' : 'slip.application', { number: data.reference }),
  ].filter(part => part !== '')
  return (
    <article className="sheet slip" lang={data.language}>
      {data.draft ? (
        <div className="sheet-draft" aria-hidden="true">
          <span data-mark={t('protocol.sheet.draft')} />
        </div>
      ) : null}
      <p className="slip-office">{data.office[data.language]}</p>
      <h1>{t('slip.title')}</h1>
      <p>{given.join(', ')}</p>
      <dl>
        <dt>{t('protocol.sheet.executor')}</dt>
        <dd>{data.executor}</dd>
        <dt>{t('slip.action')}</dt>
        <dd className="slip-action">{data.action}</dd>
        <dt>{t('protocol.sheet.due')}</dt>
        <dd>
          <b>{officialDate(data.dueOn, dates)}</b>
        </dd>
        <dt>{t('slip.given_by')}</dt>
        <dd>{data.official}</dd>
      </dl>
      <p className="slip-control">{t('slip.control')}</p>
      <p className="slip-received">{t('slip.received')}</p>
    </article>
  )
}
