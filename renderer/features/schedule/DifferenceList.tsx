import type { Official } from '#shared/official/model.ts'
import type { ScheduleDifference } from '#shared/schedule/compare.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { dayAndMonth } from '#shared/time/official-date.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FIELD_WORDS, useFieldTexts } from './use-field-texts.ts'

const WHATS = {
  added: ['schedule.difference.added', 'green'],
  dropped: ['schedule.difference.dropped', 'red'],
  changed: ['schedule.difference.changed', 'amber'],
} as const satisfies Record<ScheduleDifference['what'], readonly [LocaleKey, Tone]>

interface Shown {
  readonly differences: readonly ScheduleDifference[]
  readonly officials: readonly Official[]
}

/** What two versions of a month tell differently: each reception once, with what was and what is. */
export function DifferenceList({ differences, officials }: Shown) {
  const { t, language, dates } = useWords()
  const textOf = useFieldTexts(officials)
  const nameOf = (one: Reception) => {
    const official = officials.find(known => known.id === one.officialId)
    return official === undefined ? one.officialId : officialName(official, language)
  }
  if (differences.length === 0) return <p className="mute">{t('schedule.difference.none')}</p>
  return (
    <ul className="rows differences">
      {differences.map(one => {
        const shown = one.before ?? one.after
        const [word, tone] = WHATS[one.what]
        return (
          <li key={`${one.what} ${shown.id}`}>
            <div className="grow">
              <b>{nameOf(shown)}</b> {`${dayAndMonth(shown.date, dates)}, ${shown.from}\u2013${shown.to}`}
              {one.what !== 'changed'
                ? null
                : one.fields.map(field => (
                    <div key={field}>
                      <span className="mute">{t(FIELD_WORDS[field])}: </span>
                      <del>{textOf(one.before, field)}</del>
                      {' \u2192 '}
                      <ins>{textOf(one.after, field)}</ins>
                    </div>
                  ))}
            </div>
            <Badge tone={tone}>{t(word)}</Badge>
          </li>
        )
      })}
    </ul>
  )
}
