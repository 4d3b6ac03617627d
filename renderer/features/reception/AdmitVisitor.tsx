import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { toOverrule } from '#shared/visit/transitions.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionActs } from './use-reception-acts.ts'

const MOST = 1000

/** The lead lets in a visitor whose check did not pass (clause 9): only with the reason in words, which is kept. */
export function AdmitVisitor({ visit, acts }: { visit: VisitRow; acts: ReceptionActs }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(false)
  const field = useFocusWhen<HTMLTextAreaElement>(acts.wanted?.what === 'admit' ? acts.wanted : null)
  const isMissing = reason.trim() === ''
  const save = () => {
    setSent(true)
    if (!isMissing) acts.admit(visit, { overruled: toOverrule(visit.state) }, reason.trim())
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    save()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form className="by-hand" noValidate onSubmit={submit} onKeyDown={keyed}>
      <Textarea
        ref={field}
        label={t('identity.admit.reason')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={MOST}
        value={reason}
        error={sent && isMissing ? t('identity.admit.reason_missing') : undefined}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className="buttons">
        <Button type="submit" loading={acts.work.call.busy}>
          {t('visit.act.admit')} <kbd className="on-button">Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  )
}
