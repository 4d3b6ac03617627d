import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import type { CoverOf } from '#shared/report/addressees.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useTyped } from '../register/use-kept-form.ts'
import { Composer } from './Composer.tsx'
import { decodeComposed } from './composed.ts'
import { draftNameOfNobody } from './letter-place.ts'
import { NobodysLetter } from './NobodysLetter.tsx'
import { useCoverBeginning } from './use-cover-beginning.ts'

interface Shown {
  readonly id: EntityId
  readonly about: string
  readonly cover: CoverOf
  readonly letter: EntityState<'letter'> | null
}

/** The letter a version of the quarterly report is sent with (clause 38; points 40 and 41): of no applicant. */
export function CoverDesk(shown: Shown) {
  const { t, dates } = useWords()
  const { cover, letter } = shown
  const name = t('report.cover.of', { quarter: quarterTitle(cover.quarter, dates), version: cover.version })
  return (
    <NobodysLetter
      title={t('letter.kind.report_cover')}
      letter={letter}
      about={{ href: addressOf('report', { quarter: cover.quarter }), name }}
    >
      <Writing {...shown} />
    </NobodysLetter>
  )
}

function Writing({ id, about, cover, letter }: Shown) {
  const { t } = useWords()
  const name = draftNameOfNobody(id)
  const typed = useTyped(name, decodeComposed)
  const report = useRows(
    'reports.one',
    useMemo(() => ({ quarter: cover.quarter }), [cover.quarter]),
  )
  const beginning = useCoverBeginning(cover, report)
  if (typed === undefined || beginning === undefined) return null
  if (beginning === null) return <Notice tone="amber">{t('letter.gone')}</Notice>
  return <Composer {...{ id, name, application: null, about, letter, typed, beginning }} />
}
