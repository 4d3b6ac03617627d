import type { Language } from '#shared/application/model.ts'
import type { BriefingSheetData } from '#shared/posting/reception-sheets.ts'
import { type SheetWords, sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './briefing-sheet.css'

interface Props {
  readonly data: BriefingSheetData
  readonly language: Language
}

/** The reference information for the head of the office (clause 26): the matter, what was before, what is proposed, the decision. */
export function BriefingSheet({ data, language }: Props) {
  const words = sheetWords(language)
  const { t, date, pick } = words
  return (
    <article className="sheet reception-sheet briefing-sheet" lang={language}>
      <div className="briefing-to">
        <p>{pick(data.head.position)}</p>
        <p>
          <b>{pick(data.head.name)}</b>
        </p>
      </div>
      <h1>{t('sheet.briefing.title')}</h1>
      <p className="reception-office">
        {pick(data.office)}. {t('sheet.briefing.clause', { clause: data.clause })}
      </p>
      <dl className="reception-facts">
        <dt>{t('sheet.briefing.number')}</dt>
        <dd>{t('sheet.briefing.numbered', { number: data.number, date: date(data.registeredOn) })}</dd>
        <dt>{t('sheet.briefing.applicant')}</dt>
        <dd>{data.name}</dd>
        <dt>{t('sheet.briefing.topic')}</dt>
        <dd>{pick(data.topic)}</dd>
      </dl>
      <h2>{t('sheet.briefing.matter')}</h2>
      <p className="briefing-text">{data.matter}</p>
      <h2>{t('sheet.briefing.summary')}</h2>
      <p className="briefing-text">{data.summary}</p>
      <History history={data.history} words={words} />
      <Proposal data={data} words={words} />
      <p className="reception-made">
        {t('sheet.reception.made', { date: date(data.preparedOn), name: data.preparedBy })}
      </p>
    </article>
  )
}

function History({
  history,
  words: { t, date, pick },
}: Pick<BriefingSheetData, 'history'> & { readonly words: SheetWords }) {
  return (
    <>
      <h2>{t('sheet.briefing.history')}</h2>
      {history.length === 0 ? (
        <p>{t('sheet.briefing.no_history')}</p>
      ) : (
        <table className="briefing-history">
          <thead>
            <tr>
              <th scope="col">{t('sheet.briefing.number')}</th>
              <th scope="col">{t('sheet.briefing.topic')}</th>
              <th scope="col">{t('sheet.briefing.result')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map(one => (
              <tr key={one.number}>
                <td>
                  <b className="reception-whole">{one.number}</b>
                  <span>{date(one.on)}</span>
                </td>
                <td>{pick(one.topic)}</td>
                <td>{pick(one.result)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Proposal({
  data: { official, place },
  words: { t, pick, place: placeText },
}: {
  readonly data: Pick<BriefingSheetData, 'official' | 'place'>
  readonly words: SheetWords
}) {
  return (
    <section className="briefing-proposal">
      <h2>{t('sheet.briefing.proposal')}</h2>
      {official === null ? (
        <p>{t('sheet.briefing.refuse')}</p>
      ) : (
        <p>
          {t('sheet.briefing.receive', { name: pick(official.name), position: pick(official.position) })}
          {place === null ? null : <span>{t('sheet.briefing.at', { place: placeText(place) })}</span>}
        </p>
      )}
      <h2>{t('sheet.briefing.decision')}</h2>
      <p className="briefing-line" />
      <p className="briefing-line" />
      <div className="briefing-sign">
        <p>{t('sheet.briefing.signature')}</p>
        <p>{t('sheet.briefing.date')}</p>
      </div>
    </section>
  )
}
