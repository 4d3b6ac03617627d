import type { View } from '../change/project-view.ts'
import { type Contribution, STOCK_DAY } from './contribution.ts'
import { contributionsOfApplication } from './of-application.ts'
import { contributionsOfContact } from './of-contact.ts'
import { contributionsOfDestruction } from './of-destruction.ts'
import {
  contributionsOfAnswer,
  contributionsOfDemand,
  contributionsOfFeedback,
  contributionsOfSurvey,
} from './of-exchange.ts'
import { contributionsOfInstruction } from './of-instruction.ts'
import { contributionsOfLetter } from './of-letter.ts'
import { contributionsOfProtocol } from './of-protocol.ts'
import { contributionsOfReception } from './of-reception.ts'
import { contributionsOfSchedule } from './of-schedule.ts'
import { contributionsOfVisit } from './of-visit.ts'

/**
 * What an entity adds to the figures of days as it stands now. What was taken back adds nothing; an erased person keeps
 * counting, without what was personal. The figures of a day are the sum over all entities, and nothing else.
 */
export function contributionsOf(view: View | null): readonly Contribution[] {
  if (view === null) return []
  const known = counted.get(view)
  if (known !== undefined) return known
  const found = contributionsOfNoun(view)
  counted.set(view, found)
  return found
}

/** A view never changes: what a fold moves and the days of its row are of one count. */
const counted = new WeakMap<View, readonly Contribution[]>()

function contributionsOfNoun(view: View): Contribution[] {
  switch (view.noun) {
    case 'application':
      return contributionsOfApplication(view.state)
    case 'visit':
      return contributionsOfVisit(view.state)
    case 'instruction':
      return contributionsOfInstruction(view.state)
    case 'protocol':
      return contributionsOfProtocol(view.state)
    case 'letter':
      return contributionsOfLetter(view.state)
    case 'reception':
      return contributionsOfReception(view.state)
    case 'schedule':
      return contributionsOfSchedule(view.state)
    case 'contact':
      return contributionsOfContact(view.state)
    case 'demand':
      return contributionsOfDemand(view.state)
    case 'feedback':
      return contributionsOfFeedback(view.state)
    case 'survey':
      return contributionsOfSurvey(view.state)
    case 'answer':
      return contributionsOfAnswer(view.state)
    case 'destruction':
      return contributionsOfDestruction(view.state)
    default:
      return []
  }
}

/** The days an entity counts on, in order: by them a figure finds its records. */
export function figureDaysOf(view: View | null): number[] {
  return [...new Set(contributionsOf(view).map(({ day }) => day))]
    .filter(day => day !== STOCK_DAY)
    .sort((a, b) => a - b)
}
