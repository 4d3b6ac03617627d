import { amountText } from '#shared/regulation/amount-text.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { DECIDER_KEYS } from '#shared/regulation/explanation.ts'
import { type ClauseRef, type Profile, REFUSAL_GROUNDS, TERM_IDS, type TermRule } from '#shared/regulation/model.ts'
import { EVENT_KEYS, TERM_KEYS } from '#shared/regulation/term-keys.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Translate } from '../../i18n/use-words.ts'

/** One thing an act sets, in words. `says` is compared: two acts with the same say the same, by whatever clause. */
interface Aspect {
  readonly what: string
  readonly text: string
  readonly says: string
}

/** What an act sets otherwise than another: what it is about, and what each says. */
export interface Difference {
  readonly what: string
  readonly was: string
  readonly becomes: string
}

/** Words of aspects: sentences, and the names of entries of the directories. */
export interface AspectWords {
  readonly t: Translate
  readonly entryOf: (directory: 'channel' | 'category', code: string) => string
}

/** What differs between two acts, found by comparing them: terms first, then the rest. Nothing differs: an empty list. */
export function differencesOf(now: Profile, next: Profile, words: AspectWords): Difference[] {
  const [before, after] = [aspectsOf(now, words), aspectsOf(next, words)]
  return before.flatMap(({ what, text, says }, at) => {
    const other = after[at]
    return other === undefined || other.says === says ? [] : [{ what, was: text, becomes: other.text }]
  })
}

const GROUNDS = {
  competence: 'profile.ground.competence',
  repeat: 'profile.ground.repeat',
  same_decision: 'profile.ground.same_decision',
  court_act: 'profile.ground.court_act',
  returned: 'profile.ground.returned',
  withdrawal: 'profile.ground.withdrawal',
} as const satisfies Record<(typeof REFUSAL_GROUNDS)[number], LocaleKey>

const PERIODS = { month: 'profile.period.month', quarter: 'profile.period.quarter' } as const
const INCOMPLETE = { left: 'profile.incomplete.left', returned: 'profile.incomplete.returned' } as const
const REPEAT = { refused: 'profile.repeat.refused', only_decided: 'profile.repeat.only_decided' } as const
const BARS = { decided: 'profile.executor.decided', assigned: 'profile.executor.assigned' } as const
const TO = {
  akim: 'profile.to.akim',
  president_control: 'profile.to.president_control',
  government_office: 'profile.to.government_office',
} as const

function aspectsOf(profile: Profile, words: AspectWords): Aspect[] {
  return [...TERM_IDS.map(id => ofTerm(id, profile, words.t)), ...ofRules(profile, words)]
}

function ofTerm(id: (typeof TERM_IDS)[number], { id: profile, terms }: Profile, t: Translate): Aspect {
  const what = t(TERM_KEYS[id])
  const rule = terms[id]
  if (rule === undefined) return { what, text: t('profile.not_set'), says: '' }
  const { clause, ...says } = rule
  const params = { event: t(EVENT_KEYS[rule.event]), length: lengthOf(rule, t), clause: clauseText(clause, profile, t) }
  return { what, text: t('profile.term', params), says: JSON.stringify(says) }
}

function lengthOf(rule: TermRule, t: Translate): string {
  if (rule.amount === 0) return t('profile.same_day')
  const length = amountText(rule, t)
  return rule.direction === 'before' ? t('profile.before', { length }) : length
}

function ofRules(profile: Profile, { t, entryOf }: AspectWords): Aspect[] {
  const { unsignedChannels, outOfTurn, incomplete, refusal, extension, schedule, executorBar, recording } = profile
  const says = (what: LocaleKey, texts: readonly string[], clause: ClauseRef | null = null): Aspect => {
    const text = texts.length === 0 ? t('profile.none') : texts.join('; ')
    const rests = clause === null ? text : t('profile.by_clause', { text, clause: clauseText(clause, profile.id, t) })
    return { what: t(what), text: rests, says: texts.toSorted().join('; ') }
  }
  const grounds = REFUSAL_GROUNDS.filter(ground => refusal.clauses[ground] !== undefined)
  return [
    says(
      'profile.channels',
      unsignedChannels.map(code => entryOf('channel', code)),
    ),
    says(
      'profile.categories',
      outOfTurn.categories.map(code => entryOf('category', code)),
      outOfTurn.clause,
    ),
    says('profile.incomplete', [t(INCOMPLETE[incomplete.decision])], incomplete.clause),
    says('profile.repeat', [t(REPEAT[refusal.repeat])]),
    says(
      'profile.grounds',
      grounds.map(ground => t(GROUNDS[ground])),
    ),
    says(
      'profile.deciders',
      extension.deciders.map(one => t(DECIDER_KEYS[one])),
    ),
    says('profile.period', [t(PERIODS[schedule.period])], schedule.clause),
    says('profile.executor', [t(BARS[executorBar.bars])], executorBar.clause),
    says('profile.refused_body', [t(TO[profile.refusedBodyTo])]),
    says(
      'profile.report',
      profile.reportTo.map(one => t(TO[one])),
    ),
    says('profile.recording', recording === null ? [] : [t('profile.recording.must')], recording),
  ]
}
