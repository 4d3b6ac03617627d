import type { Language } from '#shared/application/model.ts'
import type { SurveySheetData } from '#shared/ipc/documents.ts'
import { RATINGS } from '#shared/survey/model.ts'
import { questionKey } from '../../i18n/survey-questions.ts'
import { sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './survey-sheet.css'

/** The survey sheet, to be filled in by hand where there is no desk: no name stands on it. */
export function SurveySheet({ data, language }: { data: SurveySheetData; language: Language }) {
  const { t, pick } = sheetWords(language)
  return (
    <article className="sheet reception-sheet survey-sheet" lang={language}>
      <p className="reception-office">{pick(data.office)}</p>
      <h1>{t('sheet.survey.title')}</h1>
      <p className="survey-line">{t('sheet.survey.number')}</p>
      {data.kind === 'contacts' ? <p className="survey-line">{t('sheet.survey.group')}</p> : null}
      <p className="survey-said">
        {t('survey.script.hello')} {t('survey.script.ask')}
      </p>
      <p className="survey-scale">{t('survey.script.scale')}</p>
      <ol>
        {RATINGS.map(rating => (
          <li key={rating}>
            <b>{t(questionKey(data.kind, rating))}</b>
            <span className="survey-boxes">
              {[1, 2, 3, 4, 5].map(number => (
                <span key={number} className="survey-box">
                  {number}
                </span>
              ))}
              <span>{t('sheet.survey.other')}</span>
            </span>
          </li>
        ))}
      </ol>
      <h2>{t('sheet.survey.comment')}</h2>
      <div className="survey-room" />
      <p className="survey-said">{t('survey.script.thanks')}</p>
      <p className="reception-office">{t('sheet.survey.after')}</p>
    </article>
  )
}
