import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ActionId } from '#shared/change/action.ts'
import { WithdrawGround } from '#shared/change/report-types.ts'
import { reportEntity } from '#shared/report/addressees.ts'
import { movedFigures } from '#shared/report/difference.ts'
import type { ReportVersion } from '#shared/report/transitions.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'
import { DocumentButtons } from './DocumentButtons.tsx'
import { MovedFigures } from './MovedFigures.tsx'

interface Shown {
  readonly version: ReportVersion
  /** The version before it; null: it is the first. */
  readonly before: ReportVersion | null
  readonly head: ActionId | null
}

/** A frozen version: of which day, by whom, its documents, what differs from the one before, and its withdrawal. */
export function VersionLine({ version: frozen, before, head }: Shown) {
  const { t, dates } = useWords()
  const { version, on, withdrawn, document } = frozen
  const [asked, setAsked] = useState(false)
  const name = t('report.version', { version })
  const parts = [
    screenDate(on, dates),
    document.preparedBy,
    withdrawn === null ? '' : `${t(`report.withdraw.ground.${withdrawn.ground}`)}, ${screenDate(withdrawn.on, dates)}`,
  ]
  return (
    <li className="report-version-line">
      <div className="letter-line">
        <b>{name}</b>
        <Badge tone={withdrawn === null ? 'green' : 'red'}>
          {t(withdrawn === null ? 'report.version.stands' : 'report.version.withdrawn')}
        </Badge>
        <span className="mute">{joined(parts, ' \u00b7 ')}</span>
        {withdrawn === null ? (
          <Button variant="subtle" size="compact-md" className="tall-button" onClick={() => setAsked(true)}>
            {t('report.withdraw')}
          </Button>
        ) : null}
      </div>
      <DocumentButtons give={use => use(document)} name={`report-${document.quarter}-v${version}`} of={name} />
      {before === null ? null : (
        <MovedFigures
          moved={movedFigures(before.document, document)}
          quarter={document.quarter}
          title={t('report.version.difference', { version: before.version })}
        />
      )}
      {asked ? <Withdrawal version={frozen} head={head} onClose={() => setAsked(false)} /> : null}
    </li>
  )
}

interface Asked extends Pick<Shown, 'version' | 'head'> {
  readonly onClose: () => void
}

function Withdrawal({ version: { version, document }, head, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const withdraw = async (ground: WithdrawGround) => {
    const entity = reportEntity(document.quarter)
    if (await act({ entity, type: 'report.withdrawn', basedOn: head, body: { version, ground } })) onClose()
  }
  return (
    <ChooseGround
      title={t('report.withdraw')}
      sentence={t('report.withdraw.sentence')}
      question={t('act.ground')}
      options={WithdrawGround.options.map(value => ({ value, label: t(`report.withdraw.ground.${value}`) }))}
      call={call}
      onGround={ground => void withdraw(ground)}
      onClose={onClose}
    />
  )
}
