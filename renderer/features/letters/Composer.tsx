import { useMemo, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { EntityId } from '#shared/change/action.ts'
import { letterSheet } from '#shared/letter/sheet.ts'
import { namesOf, signFaults } from '#shared/letter/sign-faults.ts'
import { useOffice } from '../../app/desk-rows.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useKeptForm } from '../register/use-kept-form.ts'
import { ComposerActs } from './ComposerActs.tsx'
import { type Beginning, begin, type Composed, filledAnew } from './composed.ts'
import { KnownFacts } from './KnownFacts.tsx'
import { LetterFields } from './LetterFields.tsx'
import { LetterPreview } from './LetterPreview.tsx'

export interface Composing {
  readonly id: EntityId
  /** The name what is typed is kept under. */
  readonly name: string
  /** Null: it is of no application. */
  readonly application: EntityId | null
  readonly about: string | null
  readonly letter: EntityState<'letter'> | null
  readonly typed: Composed | null
  readonly beginning: Beginning & { readonly set: string | null }
}

/** A letter while it is written: its text on the left, side by side in both languages, and the very sheet on the right. */
export function Composer(composing: Composing) {
  const { id, letter, beginning, name } = composing
  const { kind, answered, words } = beginning
  const office = useOffice()
  const [composed, setComposed] = useState<Composed>(() => firstOf(composing))
  const kept = useKeptForm(name, composed, false)
  const { languages, text } = composed
  const names = useMemo(() => namesOf(beginning.officials), [beginning.officials])
  const faults = useMemo(
    () => signFaults({ kind, languages }, text, names, words),
    [kind, languages, text, names, words],
  )
  const choose = (chosen: readonly Language[]) => setComposed(filledAnew(composed, beginning, chosen))
  const sheets = languages.flatMap(language => {
    const sheet = office && letterSheet({ status: 'drafted', personal: text, signed: null }, language, office, answered)
    return sheet ? [sheet] : []
  })
  return (
    <div className="letter-desk">
      <section className="card letter-fields">
        <ComposerActs
          composing={composing}
          composed={composed}
          faults={faults}
          kept={kept}
          onLanguages={choose}
          isKept={letter !== null && sameAs(letter, composed)}
        />
        <KnownFacts facts={beginning.facts} template={beginning.template} />
        <LetterFields
          composed={composed}
          faults={faults}
          onText={change => setComposed(before => ({ ...before, text: { ...before.text, ...change } }))}
        />
      </section>
      <LetterPreview sheets={sheets} key={id} />
    </div>
  )
}

/** What was being typed, else the draft of the journal, else the letter as it is proposed. */
function firstOf({ typed, letter, beginning }: Composing): Composed {
  if (typed !== null) return typed
  if (letter?.letter && letter.personal) return { languages: letter.letter.languages, text: letter.personal }
  return begin(beginning, beginning.languages)
}

function sameAs({ letter, personal }: EntityState<'letter'>, { languages, text }: Composed): boolean {
  return JSON.stringify([letter?.languages, personal]) === JSON.stringify([languages, text])
}
