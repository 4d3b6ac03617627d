import { FACT_NAMES } from '#shared/letter/facts.ts'
import type { Facts, Fact as LetterFact } from '#shared/letter/fill.ts'
import { factsNamed } from '#shared/letter/fill.ts'
import type { LetterTemplate } from '#shared/letter/model.ts'
import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { Unfolding } from './Unfolding.tsx'

/** The facts a letter is made of, as they are known: what is not is to be written by hand. */
export function KnownFacts({ facts, template }: { facts: Facts; template: LetterTemplate }) {
  const words = useWords()
  const { t } = words
  const text = template.paragraphs.map(({ kk, ru }) => `${kk} ${ru}`).join(' ')
  const named = factsNamed(`${template.heading.kk} ${text}`)
  return (
    <Unfolding title={t('letter.facts')}>
      <dl className="facts">
        {FACT_NAMES.filter(name => named.includes(name)).map(name => (
          <Fact
            key={name}
            label={t(`letter.fact.${name}`)}
            text={factText(facts[name], words) || t('letter.fact_unknown')}
          />
        ))}
      </dl>
    </Unfolding>
  )
}

function factText(fact: LetterFact | undefined, { pick, dates }: Words): string {
  if (fact === undefined) return ''
  if (fact.kind === 'date') return screenDate(fact.date, dates)
  return isolated(fact.kind === 'text' ? fact.text : pick(fact.texts))
}
