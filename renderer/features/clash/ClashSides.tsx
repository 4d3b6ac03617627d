import { useTranslation } from 'react-i18next'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { ClashLine, ClashLook, ClashSide } from '../../db/clash-query-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { historyDetail } from '../applications/card/history-detail.ts'
import { useCellWords } from '../applications/use-cell-words.ts'
import { saidOf } from './said.ts'
import { useDeskLetters } from './use-desk-letters.ts'

const NOTHING = {}

interface Shown {
  readonly looks: readonly ClashLook[]
  readonly titleOf: (look: ClashLook) => string
}

/** The sides beside each other: of one entity what was done on each, of several each as it began. */
export function ClashSides({ looks, titleOf }: Shown) {
  const { t } = useWords()
  const [first] = looks
  const sides =
    looks.length > 1
      ? looks.flatMap(look => look.sides.map(side => ({ side, key: look.entity as string, title: titleOf(look) })))
      : (first?.sides ?? []).map((side, at) => ({
          side,
          key: side.acts.at(-1) ?? String(at),
          title: t('clash.side', { number: at + 1 }),
        }))
  return (
    <div className="clash-sides">
      {sides.map(({ side, key, title }) => (
        <Side key={key} side={side} title={title} />
      ))}
    </div>
  )
}

function Side({ side, title }: { side: ClashSide; title: string }) {
  const { t } = useWords()
  const words = useCellWords()
  const differs = saidOf(side.differs, words)
  return (
    <section className="clash-side" aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list">
        {side.lines.map(line => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {differs === '' ? null : <p className="clash-differs">{t('clash.differs', { text: differs })}</p>}
    </section>
  )
}

/** An act: what, when, at which desk, by whom. */
function Line({ line }: { line: ClashLine }) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const words = useCellWords()
  const letterOf = useDeskLetters()
  const users = useRows('users.all', NOTHING)
  const name = users?.find(one => one.user?.id === line.user)?.user?.name ?? ''
  const detail = historyDetail(line, words)
  const desk = t('clash.desk', { letter: letterOf(line.installation) })
  const told = [`${screenDate(line.date, dates)}, ${officeTime(Date.parse(line.at))}`, desk, name]
  return (
    <li>
      <div>
        {sentenceOf(i18n, `action.${line.type}`, {}, line.type)}
        {detail === '' ? null : `: ${detail}`}
      </div>
      <div className="mute">{told.filter(part => part !== '').join(' \u00b7 ')}</div>
    </li>
  )
}
