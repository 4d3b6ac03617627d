import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ApplicantPart } from './parts/ApplicantPart.tsx'
import { CategoryPart } from './parts/CategoryPart.tsx'
import { DelegationPart } from './parts/DelegationPart.tsx'
import { OtherPart } from './parts/OtherPart.tsx'
import { PapersPart } from './parts/PapersPart.tsx'
import { PersonPart } from './parts/PersonPart.tsx'
import { RepresentedPart } from './parts/RepresentedPart.tsx'
import { PARTS, type Part } from './register-draft.ts'
import { PART_KEYS } from './register-keys.ts'

const TITLES = {
  person: 'register.part.person',
  applicant: 'register.part.applicant',
  category: 'register.part.category',
  represented: 'register.part.represented',
  delegation: 'register.part.delegation',
  papers: 'register.part.papers',
  other: 'register.part.other',
} as const satisfies Record<Part, LocaleKey>

const FIELDS: Readonly<Record<Part, ComponentType>> = {
  person: PersonPart,
  applicant: ApplicantPart,
  category: CategoryPart,
  represented: RepresentedPart,
  delegation: DelegationPart,
  papers: PapersPart,
  other: OtherPart,
}

/** Address of a part on the page: a key leads there. */
export function partId(part: Part): string {
  return `register-part-${part}`
}

/** What only some registrations ask: folded until a key, a press or what it holds opens it. */
export function MoreParts({ open, onToggle }: { open: ReadonlySet<Part>; onToggle: (part: Part) => void }) {
  const { t } = useWords()
  return (
    <>
      <fieldset className="part-buttons">
        <legend className="unseen">{t('register.parts')}</legend>
        <span className="mute" aria-hidden="true">
          Alt +
        </span>
        {PARTS.map(part => {
          const Icon = open.has(part) ? IconChevronDown : IconChevronRight
          return (
            <button
              key={part}
              type="button"
              aria-expanded={open.has(part)}
              aria-controls={partId(part)}
              aria-keyshortcuts={`Alt+${PART_KEYS[part].key}`}
              onClick={() => onToggle(part)}
            >
              <Icon size={15} aria-hidden="true" />
              {t(TITLES[part])}
              <kbd>{PART_KEYS[part].key}</kbd>
            </button>
          )
        })}
      </fieldset>
      {PARTS.map(part => {
        const Fields = FIELDS[part]
        return (
          <section
            key={part}
            id={partId(part)}
            className="register-part"
            aria-label={t(TITLES[part])}
            hidden={!open.has(part)}
          >
            {open.has(part) ? (
              <>
                <h2>{t(TITLES[part])}</h2>
                <div className="register-grid">
                  <Fields />
                </div>
              </>
            ) : null}
          </section>
        )
      })}
    </>
  )
}
