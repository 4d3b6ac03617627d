import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberText } from '#shared/application/number.ts'
import { lineIn } from '#shared/line/model.ts'
import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import type { AttentionRow, ClashLook } from '../../db/clash-query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCellWords } from '../applications/use-cell-words.ts'
import { AnotherLetter } from './AnotherLetter.tsx'
import { ClashSides } from './ClashSides.tsx'
import { type Choice, choicesOf, wordsOf } from './choices.ts'
import { SettleForm } from './SettleForm.tsx'
import { useDeskLetters } from './use-desk-letters.ts'

/** One attention: what happened, since when, each side in full, and the acts that settle it. */
export function ClashCard({ attention, onDone }: { attention: AttentionRow; onDone: () => void }) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const { kind, entities, since } = attention
  const looks = useRows(
    'attentions.look',
    useMemo(() => ({ kind, entities }), [kind, entities]),
  )
  const [asked, setAsked] = useState<Choice | null>(null)
  const letterOf = useDeskLetters()
  const titleOf = useTitle()
  if (looks === undefined) return null
  const day = PlainDate.safeParse(since)
  const [first] = looks
  const choices = choicesOf(kind, looks)
  return (
    <Card
      title={first === undefined ? t('clash.title') : titleOf(first)}
      beside={
        <span className="mute">{day.success ? t('clash.since', { date: screenDate(day.data, dates) }) : ''}</span>
      }
    >
      <div className="card-body">
        <p className="sentence">
          {isOfLine(first) ? t('clash.line') : sentenceOf(i18n, `attention.${kind}`, {}, kind)}
        </p>
        <ClashSides looks={looks} titleOf={titleOf} />
        <div className="buttons">
          {choices.map(choice => (
            <Button key={`${choice.key} ${choice.side}`} variant="default" onClick={() => setAsked(choice)}>
              {t(`clash.choice.${choice.key}`, wordsOf(choice, letterOf))}
            </Button>
          ))}
          {kind === 'desk_letter_twice' ? <AnotherLetter looks={looks} onDone={onDone} /> : null}
          {looks
            .flatMap(({ entity }) => placeOf(entity) ?? [])
            .map(place => (
              <Button
                key={place.narrowed.open ?? place.screen}
                variant="subtle"
                onClick={() => goTo(place.screen, place.narrowed)}
              >
                {t('clash.open')}
              </Button>
            ))}
        </div>
      </div>
      {asked === null ? null : (
        <SettleForm
          choice={asked}
          onClose={isDone => {
            setAsked(null)
            if (isDone) onDone()
          }}
        />
      )}
    </Card>
  )
}

function isOfLine(look: ClashLook | undefined): boolean {
  return look !== undefined && lineIn(look.entity) !== null
}

/** Where an entity is seen and worked on; null: on no screen of its own. */
function placeOf(entity: string) {
  if (entity.startsWith('application:')) return { screen: 'applications' as const, narrowed: { open: entity } }
  const month = PlainMonth.safeParse(entity.replace(/^schedule:/, ''))
  if (month.success) return { screen: 'schedule' as const, narrowed: { month: month.data } }
  return null
}

/** What an entity is called: its noun, and its number, ticket or name. */
function useTitle(): (look: ClashLook) => string {
  const { t, pick, dates } = useWords()
  const { officialOf } = useCellWords()
  const lineTold = (line: ReturnType<typeof lineIn>) =>
    line === null
      ? []
      : [line.officialId === null ? t('reception.anyone') : officialOf(line.officialId), screenDate(line.day, dates)]
  return ({ entity, title }) => {
    const noun = t(`clash.noun.${entity.slice(0, entity.indexOf(':'))}` as LocaleKey)
    const told = [
      title.number === null ? '' : numberText(title.number),
      title.text,
      title.words === null ? '' : pick(title.words),
      ...lineTold(lineIn(entity)),
    ].filter(part => part !== '')
    return told.length === 0 ? noun : `${noun}: ${told.map(isolated).join(', ')}`
  }
}
