import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { type BoardLine, isOverdue } from './board.ts'
import { useControlWords } from './use-control-words.ts'

const TONES = {
  absent: 'plain',
  on_control: 'sky',
  executed: 'amber',
  answered: 'amber',
  closed: 'green',
  replaced: 'plain',
} as const satisfies Record<BoardLine['state']['status'], Tone>

/** The state of an instruction in a word; of an overdue one how late it is. */
export function Standing({ line }: { line: BoardLine }) {
  const { t } = useWords()
  const { latenessText } = useControlWords()
  const { lateness, state } = line
  if (lateness === null) return <Badge tone={TONES[state.status]}>{t(`control.status.${state.status}`)}</Badge>
  return (
    <Badge tone={isOverdue(line) ? 'red' : lateness.step === null ? 'sky' : 'amber'}>{latenessText(lateness)}</Badge>
  )
}

/** What an instruction says, who executes it, by when and why, whom to turn to, and what is likely. */
export function InstructionFacts({ line }: { line: BoardLine }) {
  const { t, dates } = useWords()
  const words = useControlWords()
  const { state, lateness, forecast } = line
  const { text, dueOn, executed, answer } = state
  const answered =
    answer === null ? '' : t('control.fact.answer_is', { number: answer.number, date: screenDate(answer.on, dates) })
  return (
    <dl className="facts">
      <Fact label={t('control.fact.action')} text={text === null ? t('applications.erased') : isolated(text)} />
      <Fact label={t('control.fact.executor')} text={words.executorOfLine(line)} />
      <dt>{t('control.fact.due')}</dt>
      <dd>
        {dueOn === null ? '' : screenDate(dueOn, dates)} <span className="mute">{words.whyDue(line)}</span>
      </dd>
      <Fact label={t('control.fact.ladder')} text={lateness === null ? '' : words.ladderText(lateness)} />
      <Fact label={t('control.fact.forecast')} text={forecast === null ? '' : words.forecastText(forecast)} />
      <Fact label={t('control.fact.report')} text={executed?.text ? isolated(executed.text) : ''} />
      <Fact label={t('control.fact.answer')} text={answered} />
    </dl>
  )
}
