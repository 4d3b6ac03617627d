import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { PrintedPack } from '#shared/pack/transitions.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { EnteredPart } from './EnteredPart.tsx'
import { EntryPart } from './EntryPart.tsx'
import type { EntryForm } from './entry-form.ts'
import { PackPart } from './PackPart.tsx'
import { useEntry, useEntryDraft } from './use-entry.ts'

const NOTHING = {}

/** Hours without a desk: the pack that is printed beforehand, and what was written on it entered afterwards. */
export function PaperScreen() {
  const { t } = useWords()
  const { installation } = useDesk().start
  const all = useRows('packs.all', NOTHING)
  const draft = useEntryDraft()
  const packs = useMemo(() => all?.find(({ key }) => key === installation)?.packs ?? [], [all, installation])
  if (all === undefined || draft === undefined) return null
  return (
    <>
      <div className="screen-head">
        <h1>{t('paper.title')}</h1>
        <span className="space" />
        <Button variant="default" onClick={() => goTo('reception')}>
          {t('reception.line')}
        </Button>
      </div>
      <div className="paper-bridge">
        {packs.length === 0 ? <Notice tone="sky">{t('paper.first')}</Notice> : <Entering packs={packs} draft={draft} />}
        <div className="paper-packs">
          <PackPart packs={packs} />
        </div>
      </div>
    </>
  )
}

function Entering({ packs, draft }: { packs: readonly PrintedPack[]; draft: EntryForm | null }) {
  const { t } = useWords()
  const today = useToday()
  const officials = useOfficials()
  const entry = useEntry(packs, draft)
  return (
    <>
      <div className="paper-form">
        <Card title={t('paper.enter')}>
          <EntryPart entry={entry} officials={officials ?? []} />
        </Card>
      </div>
      <div className="paper-entered">
        <p className="unseen" role="status" aria-live="polite">
          {entry.said}
        </p>
        <EnteredPart entered={entry.entered} day={typedDate(entry.form.day) ?? today} />
      </div>
    </>
  )
}
