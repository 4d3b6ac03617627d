import { Button, CloseButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationFacts, ApplicationPersonal } from '#shared/application/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import type { ApplicationCard } from '../../db/query-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useImportWords } from '../import/import-words.ts'
import { ErasePerson } from './ErasePerson.tsx'
import { useDimensionWords } from './use-dimension-words.ts'

/** The card of one application: the person, the matter, what is wrong, how it stood in the file, what was done. */
export function ApplicationCardPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords()
  const params = useMemo(() => ({ id }), [id])
  const card = useRows('applications.one', params)
  if (card === undefined) return null
  return (
    <aside className="card side" aria-label={t('card.title')}>
      <header className="card-head">
        <h2>{headOf(card, t('applications.erased'), t('card.gone'))}</h2>
        <span className="space" />
        <CloseButton size={34} aria-label={t('act.close')} onClick={onClose} />
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

function Body({ card, facts }: { card: ApplicationCard; facts: ApplicationFacts }) {
  const { t } = useWords()
  const [erasing, setErasing] = useState(false)
  const { personal, subject } = card
  return (
    <>
      <div className="card-body">
        {card.needsUpdate ? <Badge tone="amber">{t('applications.needs_update')}</Badge> : null}
        {personal === null ? (
          <p className="mute">{t('card.erased_sentence')}</p>
        ) : (
          <Person personal={personal} facts={facts} />
        )}
      </div>
      <Part title={t('card.matter')}>
        <Matter facts={facts} personal={personal} />
      </Part>
      {facts.problems.length === 0 ? null : (
        <Part title={t('card.problems')}>
          <Problems facts={facts} />
        </Part>
      )}
      <Part title={t('card.history')}>
        <History card={card} />
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
      {personal === null || subject === null ? null : (
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
        </div>
      )}
      {erasing && subject !== null ? <ErasePerson subject={subject} onClose={() => setErasing(false)} /> : null}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Fact({ label, text, wrong = null }: { label: string; text: string; wrong?: string | null }) {
  if (text === '' && wrong === null) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {text} {wrong === null ? null : <Badge tone="amber">{wrong}</Badge>}
      </dd>
    </>
  )
}

function Person({ personal, facts }: { personal: ApplicationPersonal; facts: ApplicationFacts }) {
  const { t } = useWords()
  const { nameOf } = useDimensionWords()
  return (
    <dl className="facts">
      <Fact label={t('column.iin')} text={personal.iin} wrong={facts.badIin ? t('card.number_wrong') : null} />
      <Fact label={t('column.organisation')} text={personal.organisation} />
      <Fact label={t('column.bin')} text={personal.bin} wrong={facts.badBin ? t('card.number_wrong') : null} />
      <Fact label={t('column.phone')} text={personal.phone} />
      <Fact label={t('column.district')} text={nameOf('byDistrict', facts.district ?? '')} />
      <Fact
        label={t('column.category')}
        text={personal.category === null ? '' : nameOf('byCategory', personal.category)}
      />
      <Fact label={t('column.language')} text={facts.language === null ? '' : nameOf('byLanguage', facts.language)} />
    </dl>
  )
}

function Matter({ facts, personal }: { facts: ApplicationFacts; personal: ApplicationPersonal | null }) {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  const day = (date: PlainDate | null) => (date === null ? '' : screenDate(date, dates))
  const official = facts.officialId === null ? (personal?.officialText ?? '') : nameOf('byOfficial', facts.officialId)
  return (
    <dl className="facts">
      <Fact label={t('column.registered')} text={day(facts.registered) || t('applications.undated')} />
      <Fact label={t('column.essence')} text={personal?.essence ?? ''} />
      <Fact label={t('column.topic')} text={facts.topic === null ? '' : nameOf('byTopic', facts.topic)} />
      <Fact label={t('column.channel')} text={facts.channel === null ? '' : nameOf('byChannel', facts.channel)} />
      <Fact label={t('column.official')} text={official} />
      <Fact label={t('column.outcome')} text={nameOf('byOutcome', facts.outcome)} />
      <Fact label={t('column.received')} text={day(facts.received)} />
      <Fact label={t('column.result')} text={facts.result === null ? '' : nameOf('byResult', facts.result)} />
      <Fact label={t('column.eotinish')} text={personal?.eotinish ?? ''} />
    </dl>
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

function History({ card }: { card: ApplicationCard }) {
  const { dates } = useWords()
  const { i18n } = useTranslation()
  return (
    <ul className="plain-list">
      {card.history.map(line => (
        <li key={line.id}>
          {screenDate(line.date, dates)}{' '}
          <span className="mute">{sentenceOf(i18n, `action.${line.type}`, {}, line.type)}</span>
        </li>
      ))}
    </ul>
  )
}
