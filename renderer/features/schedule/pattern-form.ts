import { type Official, ReceptionRule } from '#shared/official/model.ts'
import { patternsOf, type ReceptionPattern } from '#shared/schedule/patterns.ts'
import { typedTime } from '../../components/typed-time.ts'

/** A pattern as it is typed. */
export interface PatternTyped {
  /** Empty: everyone, by the rule the directory has. */
  readonly officialId: string
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly room: string
  readonly kind: ReceptionPattern['kind']
  readonly mode: ReceptionPattern['mode']
  readonly link: string
}

/** Everyone, by the days of reception the directory has. */
export const EVERYONE: PatternTyped = {
  officialId: '',
  rule: '',
  from: '',
  to: '',
  room: '',
  kind: 'scheduled',
  mode: 'in_person',
  link: '',
}

/** The patterns of what is typed; null while a rule, an hour or the link of a videoconference is missing. */
export function patternsFrom(typed: PatternTyped, officials: readonly Official[]): ReceptionPattern[] | null {
  if (typed.officialId === '') return patternsOf(officials)
  const official = officials.find(one => one.id === typed.officialId)
  const rule = ReceptionRule.safeParse(typed.rule)
  const [from, to] = [typedTime(typed.from), typedTime(typed.to)]
  if (official === undefined || !rule.success || from === null || to === null || from >= to) return null
  const { id, slot, buffer } = official
  const { room, kind, mode } = typed
  const link = typed.link.trim()
  if (mode === 'video' && link === '') return null
  return [{ officialId: id, rule: rule.data, from, to, room, slot, buffer, kind, mode, link }]
}
