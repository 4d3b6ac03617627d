import { screenDate } from '#shared/time/official-date.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DemandStanding } from './DemandFacts.tsx'
import { useDemandWords } from './use-demand-words.ts'

interface Shown {
  readonly rows: readonly DemandRow[]
  readonly open: string | null
  readonly addressOf: (id: string) => string
}

/** Demands, each line a way to what may be done with it. */
export function DemandTable({ rows, open, addressOf }: Shown) {
  const { t, dates } = useWords()
  const { whom, what, about } = useDemandWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys
    <section className="table-box" tabIndex={0} aria-label={t('demand.title')}>
      <table className="table demand-table" aria-label={t('demand.title')}>
        <thead>
          <tr>
            <th scope="col">{t('demand.due')}</th>
            <th scope="col">{t('demand.whom')}</th>
            <th scope="col">{t('demand.what')}</th>
            <th scope="col">{t('demand.for')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, application }) => (
            <tr key={state.id} data-id={state.id} data-open={state.id === open}>
              <td>
                <div>{state.dueOn === null ? '' : screenDate(state.dueOn, dates)}</div>
                <DemandStanding state={state} />
              </td>
              <td>
                <a className="link" href={addressOf(state.id)} aria-current={state.id === open ? 'true' : undefined}>
                  {whom(state)}
                </a>
              </td>
              <td>
                <div className="demand-text">{what(state)}</div>
              </td>
              <td>{about(state, application)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
