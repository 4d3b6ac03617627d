import { CHECK_STATES } from '#shared/compliance/model.ts'
import type { ComplianceData } from '#shared/ipc/documents.ts'
import { officialDate, screenDate } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import '../sheet.css'
import './compliance-sheet.css'

/** How the clauses of an act were kept, on paper: the act with its status, every clause, then what is broken or due. */
export function ComplianceSheet({ data }: { data: ComplianceData }) {
  return (
    <article className="sheet compliance-sheet" lang={data.language}>
      <Head data={data} />
      <Clauses data={data} />
      {data.records.length === 0 ? null : <Records data={data} />}
    </article>
  )
}

function Head({ data }: { data: ComplianceData }) {
  const { t, dates } = useWords()
  const period = { from: officialDate(data.from, dates), to: officialDate(data.to, dates) }
  return (
    <header>
      <p>{data.office}</p>
      <h1>{t('compliance.title')}</h1>
      <p>
        <b>{data.act}</b>
      </p>
      <p>{data.status}</p>
      <p>{data.source}</p>
      <p>
        {t('compliance.sheet.period', period)}.{' '}
        {t('compliance.sheet.prepared', { date: officialDate(data.preparedOn, dates), name: data.preparedBy })}
      </p>
      {data.notJudged === 0 ? null : <p>{t('compliance.not_judged', { count: data.notJudged })}</p>}
    </header>
  )
}

function Clauses({ data }: { data: ComplianceData }) {
  const { t } = useWords()
  return (
    <table className="compliance-clauses">
      <thead>
        <tr>
          <th scope="col">{t('compliance.clause')}</th>
          <th scope="col">{t('compliance.demand')}</th>
          {CHECK_STATES.map(state => (
            <th key={state} scope="col">
              {t(`compliance.state.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.clauses.map(one => (
          <tr key={one.clause}>
            <td>{one.clause}</td>
            <td>
              {one.says}
              {one.rest === '' ? null : <i> {one.rest}</i>}
            </td>
            {one.told === '' ? (
              CHECK_STATES.map(state => (
                <td key={state} className="count">
                  {one[state]}
                </td>
              ))
            ) : (
              <td colSpan={CHECK_STATES.length} className="told">
                {one.told}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Records({ data }: { data: ComplianceData }) {
  const { t, dates } = useWords()
  const day = (date: ComplianceData['from'] | null) => (date === null ? '' : screenDate(date, dates))
  return (
    <section>
      <h2>{t('compliance.sheet.open')}</h2>
      <table className="compliance-records">
        <thead>
          <tr>
            <th scope="col">{t('compliance.clause')}</th>
            <th scope="col">{t('compliance.column.state')}</th>
            <th scope="col">{t('compliance.column.what')}</th>
            <th scope="col">{t('compliance.column.about')}</th>
            <th scope="col">{t('compliance.column.by')}</th>
            <th scope="col">{t('compliance.column.on')}</th>
            <th scope="col">{t('compliance.column.note')}</th>
          </tr>
        </thead>
        <tbody>
          {data.records.map((record, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes its order
            <tr key={number}>
              <td>{record.clause}</td>
              <td>{t(`compliance.state.${record.state}`)}</td>
              <td>{record.what}</td>
              <td>{record.about}</td>
              <td>{day(record.by)}</td>
              <td>{day(record.on)}</td>
              <td>{record.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
