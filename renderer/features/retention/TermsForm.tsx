import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { EntityId } from '#shared/change/action.ts'
import { MOST_YEARS, RETAINED_KINDS, type RetainedKind, type RetentionTerms } from '#shared/retention/model.ts'
import { RETENTION_KEY } from '#shared/retention/transitions.ts'
import { Card } from '../../components/Card.tsx'
import { DateField } from '../../components/DateField.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type TermsTyped, termsOf, typedOf } from './terms-typed.ts'

interface Given {
  readonly state: EntityState<'retention'> | null
  readonly onKept: () => void
}

/** The terms of the office, each with where it stands. The program proposes none. */
export function TermsForm({ state, onKept }: Given) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const [typed, setTyped] = useState(() => typedOf(state?.terms ?? null))
  const [isKept, setKept] = useState(false)
  const terms = termsOf(typed)
  const change = (more: Partial<TermsTyped>) => {
    setKept(false)
    setTyped({ ...typed, ...more })
  }
  const keep = async (next: RetentionTerms | null) => {
    const entity = EntityId.parse(`retention:${RETENTION_KEY}`)
    const done = await act({ entity, type: 'retention.set', basedOn: state?.head ?? null, body: { terms: next } })
    if (done) onKept()
    setKept(done)
  }
  return (
    <Card title={t('retention.terms.title')}>
      <div className="card-body">
        {state?.terms ? null : <Notice tone="sky">{t('retention.terms.none')}</Notice>}
        <p className="mute">{t('retention.terms.why')}</p>
        <Radio.Group
          label={t('retention.how')}
          value={typed.how}
          onChange={how => change({ how: how === 'day' ? 'day' : 'years' })}
        >
          <div className="retention-how">
            <Radio value="years" label={t('retention.how.years')} />
            <Radio value="day" label={t('retention.how.day')} />
          </div>
        </Radio.Group>
        {typed.how === 'day' ? (
          <CutOff typed={typed} onChange={change} />
        ) : (
          <div className="retention-terms">
            {RETAINED_KINDS.map(kind => (
              <Term key={kind} kind={kind} typed={typed} onChange={change} />
            ))}
          </div>
        )}
        <div className="buttons">
          <Button loading={call.busy} disabled={terms === null} onClick={() => void keep(terms)}>
            {t('retention.terms.keep')}
          </Button>
          {state?.terms ? (
            <Button variant="default" disabled={call.busy} onClick={() => void keep(null)}>
              {t('retention.terms.drop')}
            </Button>
          ) : null}
        </div>
        {isKept ? <Notice tone="green">{t('retention.terms.kept')}</Notice> : null}
        <ErrorNotice error={call.error} />
      </div>
    </Card>
  )
}

interface Field {
  readonly typed: TermsTyped
  readonly onChange: (more: Partial<TermsTyped>) => void
}

function Term({ kind, typed, onChange }: Field & { kind: RetainedKind }) {
  const { t } = useWords()
  const word = t(`retention.kind.${kind}`)
  const { years, citations } = typed
  const isBad = years[kind] !== '' && !(Number(years[kind]) >= 1 && Number(years[kind]) <= MOST_YEARS)
  return (
    <div className="retention-term">
      <span className="retention-kind">{word}</span>
      <TextInput
        aria-label={t('retention.years_of', { kind: word })}
        placeholder={t('retention.years')}
        inputMode="numeric"
        value={years[kind]}
        error={isBad}
        onChange={event => onChange({ years: { ...years, [kind]: event.currentTarget.value.replace(/\D/g, '') } })}
      />
      <TextInput
        aria-label={t('retention.citation_of', { kind: word })}
        placeholder={t('retention.citation')}
        maxLength={300}
        value={citations[kind]}
        onChange={event => onChange({ citations: { ...citations, [kind]: event.currentTarget.value } })}
      />
    </div>
  )
}

function CutOff({ typed, onChange }: Field) {
  const { t } = useWords()
  const today = useToday()
  return (
    <div className="retention-cut-off">
      <DateField
        label={t('retention.until')}
        value={typed.until}
        maxDate={today}
        onChange={until => onChange({ until })}
      />
      <TextInput
        label={t('retention.citation')}
        maxLength={300}
        value={typed.citation}
        onChange={event => onChange({ citation: event.currentTarget.value })}
      />
    </div>
  )
}
