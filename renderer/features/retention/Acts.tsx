import { Button } from '@mantine/core'
import { IconFileText, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Language } from '#shared/application/model.ts'
import type { EntityId } from '#shared/change/action.ts'
import { peopleOf } from '#shared/destruction/model.ts'
import { destructionText } from '#shared/destruction/number.ts'
import { destructionSheet } from '#shared/destruction/sheet.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DestructionSheet } from '../../print/destruction/DestructionSheet.tsx'

type Act = EntityState<'destruction'>

const NOTHING = {}

/** The acts of destruction, newest first, each with its sheets. */
export function Acts({ shown }: { shown: string | null }) {
  const { t } = useWords()
  const acts = useRows('destructions.all', NOTHING)
  if (acts === undefined) return null
  const confirmed = acts.filter(act => act.confirmed !== null)
  const newest = confirmed.toSorted((a, b) => ((a.confirmed?.at ?? '') < (b.confirmed?.at ?? '') ? 1 : -1))
  return (
    <Card title={t('retention.acts.title')}>
      {newest.length === 0 ? <p className="card-body mute">{t('retention.acts.none')}</p> : null}
      {newest.map(act => (
        <ActLine key={act.id} act={act} isShown={act.id === shown} />
      ))}
    </Card>
  )
}

function ActLine({ act, isShown }: { act: Act; isShown: boolean }) {
  const { t, dates } = useWords()
  const [open, setOpen] = useState(isShown)
  const { confirmed, status } = act
  if (confirmed === null) return null
  const number = destructionText(confirmed.number)
  return (
    <section className="card-body retention-act" aria-label={t('retention.act.number', { number })}>
      <div className="retention-act-head">
        <b>{t('retention.act.number', { number })}</b>{' '}
        <Badge tone={status === 'completed' ? 'green' : 'amber'}>
          {t(status === 'completed' ? 'retention.act.completed' : 'retention.act.confirmed')}
        </Badge>
        <span className="mute">
          {t('retention.act.line', {
            date: screenDate(confirmed.on, dates),
            people: peopleOf(confirmed),
            applications: confirmed.counts.applications,
          })}
        </span>
        <span className="space" />
        <Button variant="default" onClick={() => setOpen(!open)}>
          {t(open ? 'retention.act.hide' : 'retention.act.show')}
        </Button>
      </div>
      {open ? <Sheets act={act} number={number} /> : null}
    </section>
  )
}

/** The sheet in the language of the screen, and the ways to paper and to Word in both. */
function Sheets({ act, number }: { act: Act; number: string }) {
  const { t, language } = useWords()
  const office = useOffice()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const give = async (of: Language, form: 'pdf' | 'docx') => {
    setSaved(null)
    const done = await call.run(() => window.desk.retentionPrint({ act: act.id as EntityId, language: of, form }))
    setSaved(done?.saved ?? null)
  }
  const data = office === null || office === undefined ? null : destructionSheet(act, office.name, language)
  return (
    <>
      <div className="buttons">
        {Language.options.map(of => (
          <Button
            key={of}
            variant="default"
            leftSection={<IconPrinter size={17} aria-hidden="true" />}
            disabled={call.busy}
            onClick={() => void give(of, 'pdf')}
          >
            {t('retention.act.pdf', { language: t(`language.long.${of}`) })}
          </Button>
        ))}
        {Language.options.map(of => (
          <Button
            key={of}
            variant="default"
            leftSection={<IconFileText size={17} aria-hidden="true" />}
            disabled={call.busy}
            onClick={() => void give(of, 'docx')}
          >
            {t('retention.act.docx', { language: t(`language.long.${of}`) })}
          </Button>
        ))}
      </div>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
      {data === null ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys
        <section className="paper retention-paper" tabIndex={0} aria-label={t('retention.act.sheet', { number })}>
          <DestructionSheet data={data} />
        </section>
      )}
    </>
  )
}
