import { Button, CloseButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { ApplicationFacts } from '#shared/application/transitions.ts'
import type { EntityId } from '#shared/change/action.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useViewNoted } from '../audit/use-noted.ts'
import { InstructionsPart } from '../control/InstructionsPart.tsx'
import { DemandsPart } from '../demands/DemandsPart.tsx'
import { FeedbackPart } from '../feedback/FeedbackPart.tsx'
import { useImportWords } from '../import/import-words.ts'
import { LettersPart } from '../letters/LettersPart.tsx'
import { ProtocolsPart } from '../protocol/ProtocolsPart.tsx'
import { SubjectPart } from '../subject/SubjectPart.tsx'
import { CardActs } from './card/CardActs.tsx'
import { DecisionsPart } from './card/decisions/DecisionsPart.tsx'
import { EarlierMatters } from './card/EarlierMatters.tsx'
import { FilesPart } from './card/FilesPart.tsx'
import { HistoryPart } from './card/HistoryPart.tsx'
import { MatterPart } from './card/MatterPart.tsx'
import { OthersPart } from './card/OthersPart.tsx'
import { Fact, Part } from './card/Part.tsx'
import { PersonPart } from './card/PersonPart.tsx'
import { ReceptionPart } from './card/ReceptionPart.tsx'
import { TermsPart } from './card/TermsPart.tsx'
import { useEscape } from './card/use-escape.ts'
import { ErasePerson } from './ErasePerson.tsx'
import { StatusWord } from './StatusWord.tsx'
import { statusText } from './status.ts'
import { useDimensionWords } from './use-dimension-words.ts'

/** The card of one application: what may be done, the person, the matter, what is wrong, what was done. */
export function ApplicationCardPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords()
  const params = useMemo(() => ({ id }), [id])
  const card = useRows('applications.one', params)
  const pane = useRef<HTMLElement>(null)
  const shown = card !== undefined
  useEscape(onClose)
  useViewNoted(card?.id ?? null)
  // Whoever opened it goes on in it; closing it leads back to the line.
  useEffect(() => {
    if (shown) pane.current?.focus({ preventScroll: true })
  }, [shown])
  if (card === undefined) return null
  return (
    <aside className="card side" aria-label={t('card.title')} ref={pane} tabIndex={-1}>
      <header className="card-head">
        <div className="grow">
          <h2>{headOf(card, t('applications.erased'), t('card.gone'))}</h2>
          {card === null || card.facts === null ? null : <Standing card={card} facts={card.facts} />}
        </div>
        <CloseButton size={34} aria-label={t('act.close')} aria-keyshortcuts="Escape" onClick={onClose} />
      </header>
      {card === null || card.facts === null ? (
        <p className="card-body">{t('card.gone_sentence')}</p>
      ) : (
        <Body card={card} facts={card.facts} />
      )}
    </aside>
  )
}

function headOf(card: ApplicationCard | null, erased: string, gone: string): string {
  if (card === null) return gone
  return card.personal === null ? erased : applicantName(card.personal) || card.personal.organisation
}

/** Number and state, under the name. */
function Standing({ card, facts }: { card: ApplicationCard; facts: ApplicationFacts }) {
  const { t } = useWords()
  const { entryOf } = useDimensionWords()
  return (
    <div className="card-standing">
      {card.registered === null ? null : <b>{numberText(card.registered.number)}</b>}
      <StatusWord outcome={facts.outcome} text={statusText({ status: card.status, facts }, t, entryOf)} />
    </div>
  )
}

function Body({ card, facts }: { card: ApplicationCard; facts: ApplicationFacts }) {
  const { t } = useWords()
  const { personal, registered } = card
  const own = registered?.personal ?? null
  return (
    <>
      <CardActs card={card} />
      <div className="card-body">
        {card.needsUpdate ? <Badge tone="amber">{t('applications.needs_update')}</Badge> : null}
        {registered?.corrected ? <Badge tone="sky">{t('card.corrected')}</Badge> : null}
        {personal === null ? (
          <p className="mute">{t('card.erased_sentence')}</p>
        ) : (
          <PersonPart personal={personal} facts={facts} registered={registered} />
        )}
      </div>
      {registered === null || own === null ? null : <OthersPart registered={registered} personal={own} />}
      <Part title={t('card.matter')}>
        <MatterPart card={card} facts={facts} personal={personal} />
      </Part>
      <EarlierMatters card={card} />
      {registered === null ? null : <DecisionsPart card={card} registered={registered} />}
      {registered === null ? null : <LettersPart card={card} registered={registered} />}
      {registered === null ? null : <ProtocolsPart card={card} registered={registered} />}
      <ReceptionPart card={card} />
      <InstructionsPart application={card.id} />
      <DemandsPart card={card} />
      <FeedbackPart card={card} />
      {registered === null ? null : <TermsPart card={card} registered={registered} />}
      {registered === null ? null : <FilesPart id={card.id} registered={registered} />}
      {facts.problems.length === 0 ? null : (
        <Part title={t('card.problems')}>
          <Problems facts={facts} />
        </Part>
      )}
      <Part title={t('card.history')}>
        <HistoryPart history={card.history} />
        <a className="link" href={addressOf('report', { part: 'audit', application: card.id })}>
          {t('audit.who_looked')}
        </a>
      </Part>
      {Object.keys(card.cells).length === 0 ? null : (
        <Part title={t('card.cells')}>
          <dl className="facts">
            {Object.entries(card.cells).map(([header, text]) => (
              <Fact key={header} label={header} text={text} />
            ))}
          </dl>
        </Part>
      )}
      {personal === null || card.subject === null ? null : (
        <SubjectPart subject={card.subject} language={facts.language} />
      )}
      {personal === null || card.subject === null ? null : <Erase subject={card.subject} entity={card.id} />}
    </>
  )
}

function Erase({ subject, entity }: { subject: string; entity: EntityId }) {
  const { t } = useWords()
  const [erasing, setErasing] = useState(false)
  return (
    <div className="card-body">
      <div>
        <Button
          variant="default"
          className="danger-button"
          leftSection={<IconTrash size={17} aria-hidden="true" />}
          onClick={() => setErasing(true)}
        >
          {t('erase.act')}
        </Button>
      </div>
      {erasing ? <ErasePerson subject={subject} entity={entity} onClose={() => setErasing(false)} /> : null}
    </div>
  )
}

function Problems({ facts }: { facts: ApplicationFacts }) {
  const { fieldName, problemText, adviceText } = useImportWords()
  return (
    <ul className="plain-list">
      {facts.problems.map(one => (
        <li key={`${one.field} ${one.code}`}>
          <b>{fieldName('journal', one.field)}</b>
          <div>{problemText(one)}</div>
          <div className="mute">{adviceText(one.code)}</div>
        </li>
      ))}
    </ul>
  )
}
