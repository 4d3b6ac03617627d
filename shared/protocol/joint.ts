import type { ProtocolSheetData } from './sheet.ts'
import type { ProtocolState } from './transitions.ts'

/**
 * Whether protocols are one joint protocol (clause 23, a mass day): of one batch, held by one official on one day by one act,
 * each of another application. Each stays an entity of its own, so that erasing one person takes one person's words.
 */
export function isJoint(states: readonly Pick<ProtocolState, 'protocol'>[]): boolean {
  const [first, ...others] = states.map(({ protocol }) => protocol)
  if (first == null || first.batch === null) return false
  const { batch, officialId, on, profile } = first
  const isAlike = others.every(
    one => one?.batch === batch && one.officialId === officialId && one.on === on && one.profile === profile,
  )
  return isAlike && new Set(states.map(({ protocol }) => protocol?.application)).size === states.length
}

/** The one sheet of a joint protocol: the first with each participant on a line of their own. */
export function jointSheet([first, ...others]: readonly [
  ProtocolSheetData,
  ...ProtocolSheetData[],
]): ProtocolSheetData {
  return { ...first, joint: others.map(({ applicant, reference }) => ({ applicant, reference })) }
}
