import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ApplicationStatus, Registered } from '#shared/application/transitions.ts'
import { type LetterDuty, owedLetters } from '#shared/letter/duties.ts'
import { LETTER_CLAUSES, letterTerm } from '#shared/letter/letter-terms.ts'
import { LETTER_KINDS, type LetterKind, WITHOUT_APPLICATION } from '#shared/letter/model.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { hasTemplate } from '#shared/letter/templates.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { addressOfLetter, addressOfNew } from './letter-place.ts'
import { STATUS_TONES } from './letter-status.ts'

interface Shown {
  readonly card: ApplicationCard
  readonly registered: Registered
}

/** The letters of an application: those it obliges to, with clause and term, those there are, and the way to any other. */
export function LettersPart({ card, registered }: Shown) {
  const { t } = useWords()
  const params = useMemo(() => ({ application: card.id }), [card.id])
  const letters = useRows('letters.of', params)
  if (letters === undefined) return null
  const owed = owedLetters(card)
  const isNamed = (one: EntityState<'letter'>) =>
    one.status === 'drafted' && owed.some(({ kind, about }) => one.letter?.kind === kind && one.letter.about === about)
  const others = letters.filter(one => !isNamed(one))
  return (
    <Part title={t('letters.title')}>
      <ul className="plain-list">
        {owed.map(duty => (
          <Owed key={`${duty.kind} ${duty.about}`} duty={duty} card={card} registered={registered} letters={letters} />
        ))}
        {others.map(one => (
          <Standing key={one.id} letter={one} />
        ))}
      </ul>
      {letters.length + owed.length === 0 ? <p className="mute">{t('letters.none')}</p> : null}
      {card.erased || card.needsUpdate ? null : <OtherLetter card={card} registered={registered} />}
    </Part>
  )
}

interface OwedShown extends Shown {
  readonly duty: LetterDuty
  readonly letters: readonly EntityState<'letter'>[]
}

function Owed({ duty: { kind, about }, card, registered, letters }: OwedShown) {
  const { t, dates } = useWords()
  const calendar = useWorkCalendar()
  const today = useToday()
  const draft = letters.find(one => one.status === 'drafted' && one.letter?.kind === kind && one.letter.about === about)
  const term = letterTerm({ kind, about }, registered, calendar)
  const clause = clauseText(LETTER_CLAUSES[registered.profile][kind], registered.profile, t)
  return (
    <li>
      <b>{t(`letter.kind.${kind}`)}</b>
      <div className="mute">
        {joined([clause, term === null ? '' : t('letter.by', { date: screenDate(term.by, dates) })], ' \u00b7 ')}{' '}
        {term?.term ? <Why term={term.term} /> : null}
      </div>
      <div className="letter-line">
        <Badge tone={term !== null && term.by < today ? 'red' : 'amber'}>
          {t(draft ? 'letter.status.drafted' : 'letter.owed')}
        </Badge>
        <Button
          component="a"
          variant="default"
          size="compact-md"
          className="tall-button"
          aria-label={`${t(draft ? 'letter.go_on' : 'letter.write')}: ${t(`letter.kind.${kind}`)}`}
          href={draft ? addressOfLetter(draft.id) : addressOfNew(card.id, kind, about)}
        >
          {t(draft ? 'letter.go_on' : 'letter.write')}
        </Button>
      </div>
    </li>
  )
}

function Standing({ letter: { id, letter, status, signed, sent } }: { letter: EntityState<'letter'> }) {
  const { t, dates } = useWords()
  if (letter === null || status === 'absent') return null
  const number = signed === null ? '' : outgoingText(signed.number)
  const parts = [
    signed === null ? '' : screenDate(signed.on, dates),
    sent === null ? '' : `${t(`letter.channel.${sent.channel}`)}, ${screenDate(sent.on, dates)}`,
  ]
  return (
    <li>
      <a className="link" href={addressOfLetter(id)}>
        {joined([number, t(`letter.kind.${letter.kind}`)], ' \u00b7 ')}
      </a>{' '}
      <Badge tone={STATUS_TONES[status]}>{t(`letter.status.${status}`)}</Badge>
      <div className="mute">{joined(parts, ' \u00b7 ')}</div>
    </li>
  )
}

/** Any other letter the regulation of the application knows. */
function OtherLetter({
  card,
  registered,
}: {
  card: { id: ApplicationCard['id']; status: ApplicationStatus }
  registered: Registered
}) {
  const { t } = useWords()
  const kinds = LETTER_KINDS.filter(
    kind => hasTemplate(kind, registered.profile) && !WITHOUT_APPLICATION.includes(kind),
  )
  const [kind, setKind] = useState<LetterKind | null>(null)
  return (
    <div className="letter-line">
      <NativeSelect
        aria-label={t('letter.other')}
        value={kind ?? ''}
        data={[
          { value: '', label: t('letter.other') },
          ...kinds.map(value => ({ value, label: t(`letter.kind.${value}`) })),
        ]}
        onChange={event => setKind(kinds.find(one => one === event.currentTarget.value) ?? null)}
      />
      {kind === null ? null : (
        <Button component="a" variant="default" href={addressOfNew(card.id, kind, null)}>
          {t('letter.write')}
        </Button>
      )}
    </div>
  )
}
