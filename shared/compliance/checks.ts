import type { ProfileId } from '../office/model.ts'
import type { UpTo } from '../regulation/clauses.ts'
import {
  actingConsents,
  bookedInOrder,
  briefings,
  byVideoAlone,
  representedPowers,
  videoConsents,
  writtenDown,
} from './booking-checks.ts'
import { closedWithAnswer, instructionsInTime } from './control-checks.ts'
import {
  extensions,
  forwardings,
  groundedRefusals,
  namedRepeats,
  repeatsNotReceived,
  returns,
} from './decision-checks.ts'
import { callCentre, demandedMaterials, followUps } from './exchange-checks.ts'
import { executors } from './executor-checks.ts'
import type { Check } from './facts.ts'
import { letterLanguages, lettersOf, reportedRefusals } from './letter-checks.ts'
import { postings } from './posting-checks.ts'
import { minuted, protocolsSent, recordings } from './protocol-checks.ts'
import {
  absencesTold,
  bodiesAsked,
  bodiesConnected,
  bodiesThere,
  calledIn,
  coverage,
  helpersThere,
  listsHanded,
  offSchedule,
} from './reception-checks.ts'
import { interpreters, receivers, workingTime } from './registration-checks.ts'
import { reportsSent } from './report-checks.ts'
import { monthlyReceptions, postedNames, quartersApproved } from './schedule-checks.ts'
import { surveys } from './survey-checks.ts'
import { answers, eotinishNumbers, eotinishOfHandedIn, sameDay, talons } from './term-checks.ts'
import { callOrder, identities, outOfTurn } from './visit-checks.ts'

/** The clauses of an act that live checks look at. A check is one function and one line here. */
type Checks<Last extends number> = Readonly<Partial<Record<UpTo<Last>, readonly Check[]>>>

const WKO: Checks<38> = {
  2: [receivers],
  3: [sameDay],
  4: [workingTime],
  5: [lettersOf('left')],
  6: [monthlyReceptions],
  7: [postedNames, postings],
  8: [offSchedule],
  9: [identities],
  10: [interpreters],
  11: [outOfTurn, callOrder],
  12: [videoConsents],
  13: [byVideoAlone],
  14: [
    namedRepeats,
    groundedRefusals,
    repeatsNotReceived,
    forwardings,
    lettersOf('forwarding'),
    lettersOf('forwarded_notice'),
    lettersOf('returned'),
  ],
  15: [absencesTold],
  16: [helpersThere],
  17: [bodiesAsked, bodiesThere],
  18: [lettersOf('central_request'), bodiesConnected],
  19: [lettersOf('request_notice')],
  20: [reportedRefusals],
  21: [letterLanguages],
  22: [calledIn],
  23: [minuted],
  24: [coverage],
  25: [eotinishNumbers, talons],
  26: [briefings],
  27: [listsHanded],
  28: [bookedInOrder],
  29: [answers, lettersOf('appointment'), lettersOf('refusal')],
  30: [extensions, lettersOf('extension')],
  31: [demandedMaterials],
  32: [instructionsInTime],
  33: [closedWithAnswer],
  35: [executors],
  36: [surveys],
  37: [followUps, callCentre],
  38: [reportsSent('38')],
}

const KZ: Checks<42> = {
  3: [monthlyReceptions],
  5: [eotinishNumbers, workingTime],
  6: [
    returns,
    forwardings,
    lettersOf('correction'),
    lettersOf('returned'),
    lettersOf('forwarding'),
    lettersOf('forwarded_notice'),
  ],
  7: [representedPowers],
  8: [talons],
  11: [eotinishOfHandedIn],
  12: [namedRepeats, executors],
  13: [answers, lettersOf('appointment')],
  14: [extensions, lettersOf('extension')],
  16: [writtenDown],
  17: [groundedRefusals, lettersOf('refusal')],
  18: [briefings],
  19: [quartersApproved, postedNames, postings, demandedMaterials],
  20: [bookedInOrder],
  21: [recordings],
  22: [identities],
  23: [outOfTurn],
  24: [videoConsents],
  25: [byVideoAlone],
  26: [absencesTold],
  27: [actingConsents],
  28: [helpersThere],
  29: [lettersOf('central_request'), bodiesThere],
  30: [lettersOf('request_notice')],
  31: [reportedRefusals],
  32: [listsHanded],
  33: [callOrder],
  34: [bodiesConnected],
  35: [minuted, instructionsInTime],
  36: [minuted],
  37: [protocolsSent],
  38: [surveys],
  39: [followUps],
  40: [reportsSent('40')],
  41: [reportsSent('41')],
}

const TABLES: Readonly<Record<ProfileId, Readonly<Partial<Record<string, readonly Check[]>>>>> = {
  'WKO-2020/2023': WKO,
  'KZ-2026': KZ,
}

/** The live checks of a clause; none: the monitor does not look at it. */
export function checksOf(profile: ProfileId, clause: string): readonly Check[] {
  return TABLES[profile][clause] ?? []
}
