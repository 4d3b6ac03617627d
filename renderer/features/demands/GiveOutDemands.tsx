import { GiveOutList } from '../../components/GiveOutList.tsx'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DEMAND_COLUMNS } from './demand-columns.ts'
import { useDemandWords } from './use-demand-words.ts'

/** The register of demands as it is seen, to paper and to a table. */
export function GiveOutDemands({ rows, shown }: { rows: readonly DemandRow[]; shown: string }) {
  const words = useWords()
  const demand = useDemandWords()
  const { t } = words
  return (
    <GiveOutList
      title={t('demand.title')}
      narrowed={[shown]}
      columns={DEMAND_COLUMNS.map(({ title, under }) => ({ title: t(title), under }))}
      count={rows.length}
      rows={() => rows.map(row => DEMAND_COLUMNS.map(({ text }) => text(row, words, demand)))}
      told={t('demand.total', { count: rows.length })}
      fileName="demands"
    />
  )
}
