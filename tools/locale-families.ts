import { AbsenceGround } from '../shared/absence/model.ts'
import { STOP_CODES, WARN_CODES } from '../shared/application/decision-faults.ts'
import { Competence, ReopenGround, ReturnGround } from '../shared/application/decisions.ts'
import { Language } from '../shared/application/model.ts'
import { PROPOSAL_CODES } from '../shared/application/proposals.ts'
import {
  ApplicantKind,
  BookingConsent,
  CorrectionGround,
  HandReason,
  Need,
  NoIin,
  ReprintReason,
  TalonShape,
} from '../shared/application/registration.ts'
import { BackupKind } from '../shared/backup/model.ts'
import { Noun } from '../shared/change/action.ts'
import { ACTION_TYPES, ErasureGround } from '../shared/change/action-types.ts'
import { ATTENTION_KINDS } from '../shared/change/project-sums.ts'
import { WithdrawGround } from '../shared/change/report-types.ts'
import { SettleGround } from '../shared/clash/model.ts'
import { CHECK_STATES, DUTIES, WHYS } from '../shared/compliance/model.ts'
import { HallSettings } from '../shared/hall/model.ts'
import { JOURNAL_FIELDS } from '../shared/import/headers-journal.ts'
import { OFFICIAL_FIELDS } from '../shared/import/headers-officials.ts'
import { PROBLEM_CODES, SKIP_REASONS } from '../shared/import/problems.ts'
import { CopyPlace } from '../shared/ipc/backup.ts'
import { FACT_NAMES } from '../shared/letter/facts.ts'
import { LETTER_KINDS, LetterChannel } from '../shared/letter/model.ts'
import { SIGN_FAULTS } from '../shared/letter/sign-faults.ts'
import { PLAN_DUTIES } from '../shared/plan/duties.ts'
import { FILL_REASONS, NO_PLACE } from '../shared/plan/fill.ts'
import { FREED_REASONS } from '../shared/plan/freed.ts'
import { NOTE_CODES } from '../shared/plan/notes.ts'
import { OFFER_KINDS } from '../shared/plan/offers.ts'
import { MISSING } from '../shared/plan/readiness.ts'
import { WHY_FALLEN } from '../shared/plan/stands.ts'
import { TOLD_STATES } from '../shared/plan/told.ts'
import { InvitationAnswer, Preparation, PreparationItem } from '../shared/reception/model.ts'
import { EXTENSION_GROUNDS, LACKS, REFUSAL_GROUNDS, REPORT_ADDRESSEES } from '../shared/regulation/model.ts'
import { ReceptionMode } from '../shared/schedule/model.ts'
import { UserRole } from '../shared/user/model.ts'
import { AUDIT_FAMILIES } from './audit-families.ts'
import { DESKS_FAMILIES } from './desks-families.ts'
import { EXCHANGE_FAMILIES } from './exchange-families.ts'
import { CONTROL_FAMILIES } from './locale-families-control.ts'
import { JOURNAL_FAMILIES } from './locale-families-journals.ts'
import { RECOVERY_FAMILIES } from './recovery-families.ts'
import { RETENTION_FAMILIES } from './retention-families.ts'
import { SURVEY_FAMILIES } from './survey-families.ts'

/**
 * Keys that are not written out in the code but made of a code: prefix, where the codes come from, and the codes
 * themselves. `null`: the codes are gathered from the sources (see check-locales.ts), or stand in a type alone and the
 * compiler checks them.
 */
export interface LocaleFamily {
  readonly prefix: string
  readonly source: string
  readonly members: readonly string[] | null
}

/** Every family of keys. A key of a family with members must be one of them, and each member must have its key. */
export const LOCALE_FAMILIES: readonly LocaleFamily[] = [
  ...JOURNAL_FAMILIES,
  ...DESKS_FAMILIES,
  ...AUDIT_FAMILIES,
  ...RETENTION_FAMILIES,
  ...EXCHANGE_FAMILIES,
  ...RECOVERY_FAMILIES,
  {
    prefix: 'role.',
    source: 'UserRole, shared/user/model.ts',
    members: UserRole.options.flatMap(role => [role, `may.${role}`]),
  },
  { prefix: 'role.may.', source: 'UserRole, shared/user/model.ts', members: UserRole.options },
  { prefix: 'error.', source: 'codes of expected errors in all sources', members: null },
  { prefix: 'notice.', source: 'StartState.notices, given by electron/desk', members: null },
  {
    prefix: 'action.',
    source: 'types of actions that desks can do apart, shared/change/action-types.ts',
    members: Object.keys(ACTION_TYPES).filter(type => !/^(audit|pack|answer|import)\./.test(type)),
  },
  ...CONTROL_FAMILIES,
  {
    prefix: 'application.status.',
    source: 'STATUSES, renderer/features/applications/narrowing.ts',
    members: [
      'open',
      'incomplete',
      'refusal_proposed',
      'refused',
      'left',
      'returned',
      'forwarded',
      'received',
      'withdrawn',
      'imported',
    ],
  },
  {
    prefix: 'application.waiting.',
    source: 'WAITING, renderer/features/applications/narrowing.ts',
    members: ['open', 'no_eotinish', 'no_talon', 'no_letter', 'booked_today'],
  },
  ...SURVEY_FAMILIES,
  { prefix: 'compliance.state.', source: 'CHECK_STATES, shared/compliance/model.ts', members: CHECK_STATES },
  {
    prefix: 'compliance.duty.',
    source: 'DUTIES but those of letters, shared/compliance/model.ts',
    members: DUTIES.filter(duty => duty === 'letter_language' || !duty.startsWith('letter_')),
  },
  { prefix: 'compliance.why.', source: 'WHYS, shared/compliance/model.ts', members: WHYS },
  {
    prefix: 'act.book.warning.',
    source: 'BookingWarning, renderer/features/applications/card',
    members: ['past', 'not_working', 'not_receiving', 'outside_hours', 'taken'],
  },
  {
    prefix: 'act.drop_booking.ground.',
    source: 'application.booking_dropped, shared/change/action-types.ts',
    members: ['applicant_asked', 'official_absent', 'mistake'],
  },
  {
    prefix: 'act.withdraw.how.',
    source: 'application.withdrawn, shared/change/action-types.ts',
    members: ['written', 'oral'],
  },
  {
    prefix: 'act.reopen.ground.',
    source: 'application.reopened, shared/change/action-types.ts',
    members: ReopenGround.options,
  },
  {
    prefix: 'error.decision.',
    source: 'shared/application/decision-faults.ts and electron/desk/decisions.ts',
    members: [...STOP_CODES, 'body_unknown', 'second_person', 'no_second_person', 'own_proposal'],
  },
  { prefix: 'decision.warn.', source: 'shared/application/decision-faults.ts', members: WARN_CODES },
  { prefix: 'decision.proposal.', source: 'shared/application/proposals.ts', members: PROPOSAL_CODES },
  { prefix: 'decision.lack.', source: 'shared/regulation/model.ts', members: LACKS },
  { prefix: 'decision.ground.', source: 'shared/regulation/model.ts', members: REFUSAL_GROUNDS },
  { prefix: 'decision.extension.', source: 'shared/regulation/model.ts', members: EXTENSION_GROUNDS },
  { prefix: 'decision.competence.', source: 'shared/application/decisions.ts', members: Competence.options },
  { prefix: 'decision.return.', source: 'shared/application/decisions.ts', members: ReturnGround.options },
  { prefix: 'decision.', source: 'outcomes of a check, words of the forms', members: null },
  { prefix: 'act.', source: 'CARD_ACTS and their grounds, renderer/features/applications/card', members: null },
  {
    prefix: 'card.talon.',
    source: 'TalonMade, shared/application/transitions.ts',
    members: ['printed', 'saved', 'kept'],
  },
  {
    prefix: 'attention.',
    source: 'AttentionKind, shared/change/project-sums.ts',
    members: ATTENTION_KINDS,
  },
  { prefix: 'clash.noun.', source: 'Noun, shared/change/action.ts', members: Noun.options },
  { prefix: 'clash.ground.', source: 'SettleGround, shared/clash/model.ts', members: SettleGround.options },
  {
    prefix: 'clash.choice.',
    source: 'choicesOf, renderer/features/clash/choices.ts',
    members: ['side', 'both', 'keep', 'seen', 'line'],
  },
  { prefix: 'field.journal.', source: 'shared/import/headers-journal.ts', members: JOURNAL_FIELDS },
  { prefix: 'field.officials.', source: 'shared/import/headers-officials.ts', members: OFFICIAL_FIELDS },
  { prefix: 'import.problem.', source: 'shared/import/problems.ts', members: PROBLEM_CODES },
  { prefix: 'import.skipped.', source: 'shared/import/problems.ts', members: SKIP_REASONS },
  {
    prefix: 'import.advice.',
    source: 'adviceOf, renderer/features/import/import-words.ts',
    members: ['check_document', 'check_date', 'import_officials', 'check_word', 'check_cell'],
  },
  { prefix: 'letter.kind.', source: 'shared/letter/model.ts', members: LETTER_KINDS },
  { prefix: 'letter.channel.', source: 'shared/letter/model.ts', members: LetterChannel.options },
  { prefix: 'letter.fact.', source: 'shared/letter/facts.ts', members: FACT_NAMES },
  { prefix: 'letter.fault.', source: 'shared/letter/sign-faults.ts', members: SIGN_FAULTS },
  {
    prefix: 'letter.template_fault.',
    source: 'TemplateFault, shared/letter/template-faults.ts',
    members: ['unknown_fact', 'empty_fact', 'facts_differ', 'not_a_date', 'no_appeal'],
  },
  {
    prefix: 'letter.status.',
    source: 'LetterStatus, shared/letter/transitions.ts',
    members: ['drafted', 'signed', 'sent', 'annulled'],
  },
  {
    prefix: 'letter.annul.ground.',
    source: 'letter.annulled, shared/change/action-types.ts',
    members: ['mistake', 'decision_changed', 'written_anew'],
  },
  { prefix: 'letter.languages.', source: 'Language, and both', members: ['kk', 'ru', 'both'] },
  { prefix: 'letter.sheet_of.', source: 'Language', members: ['kk', 'ru'] },
  { prefix: 'dialog.filter.', source: 'kinds of files, electron/files and electron/ipc', members: null },
  { prefix: 'dialog.save.', source: 'kinds of files, electron/files and electron/ipc', members: null },
  { prefix: 'menu.language.', source: 'Language', members: ['kk', 'ru'] },
  { prefix: 'menu.', source: 'commands and languages of the menu, electron/windows', members: null },
  { prefix: 'dimension.', source: 'what the list is narrowed by, renderer/features/applications', members: null },
  { prefix: 'erase.ground.', source: 'ErasureGround, shared/change/action-types.ts', members: ErasureGround.options },
  {
    prefix: 'finding.',
    source: 'findings of a registration, shared/application/findings.ts and the form',
    members: null,
  },
  { prefix: 'language.short.', source: 'Language', members: ['kk', 'ru'] },
  { prefix: 'language.long.', source: 'Language', members: ['kk', 'ru'] },
  { prefix: 'nav.', source: 'SCREENS, renderer/app/route.ts, and the label', members: null },
  {
    prefix: 'register.applicant.',
    source: 'ApplicantKind, shared/application/registration.ts',
    members: ApplicantKind.options,
  },
  {
    prefix: 'register.correct.ground.',
    source: 'CorrectionGround, shared/application/registration.ts',
    members: CorrectionGround.options,
  },
  { prefix: 'register.need.', source: 'Need, shared/application/registration.ts', members: Need.options },
  {
    prefix: 'people.consent.',
    source: 'BookingConsent, shared/application/registration.ts',
    members: BookingConsent.options,
  },
  { prefix: 'absence.ground.', source: 'AbsenceGround, shared/absence/model.ts', members: AbsenceGround.options },
  { prefix: 'absence.missing.', source: 'Missing, shared/absence/model.ts', members: ['official', 'room', 'link'] },
  {
    prefix: 'cascade.call_note.',
    source: 'Said, renderer/features/plan/absences/answers.ts',
    members: ['agreed', 'declined'],
  },
  {
    prefix: 'cascade.needs.',
    source: 'BookingConsent, shared/application/registration.ts',
    members: BookingConsent.options,
  },
  {
    prefix: 'cascade.said.',
    source: 'SAID, renderer/features/plan/absences/answers.ts',
    members: ['agreed', 'not_reached', 'declined'],
  },
  {
    prefix: 'letter.moved.',
    source: 'renderer/features/letters/use-moved-because.ts',
    members: ['illness', 'trip', 'leave', 'other', 'room', 'link'],
  },
  {
    prefix: 'restriction.ground.',
    source: 'Restriction, shared/restriction/model.ts',
    members: ['emergency', 'pandemic', 'safety'],
  },
  {
    prefix: 'what_if.kind.',
    source: 'HYPOTHESES, renderer/features/plan/what-if/hypothesis-form.ts',
    members: ['official_away', 'room_lost', 'link_lost', 'restricted', 'more_people'],
  },
  { prefix: 'people.hand.', source: 'HandReason, shared/application/registration.ts', members: HandReason.options },
  { prefix: 'people.mode.', source: 'ReceptionMode, shared/schedule/model.ts', members: ReceptionMode.options },
  {
    prefix: 'preparation.found.',
    source: 'Preparation, shared/reception/model.ts',
    members: Preparation.shape.outcome.options,
  },
  {
    prefix: 'preparation.item.',
    source: 'PreparationItem, shared/reception/model.ts',
    members: PreparationItem.options,
  },
  { prefix: 'preparation.missing.', source: 'MISSING, shared/plan/readiness.ts', members: MISSING },
  {
    prefix: 'preparation.outcome.',
    source: 'InvitationAnswer, shared/reception/model.ts',
    members: InvitationAnswer.shape.outcome.options,
  },
  {
    prefix: 'preparation.proposal.',
    source: 'application.briefed, shared/change/action-types.ts',
    members: ['receive', 'refuse'],
  },
  {
    prefix: 'preparation.report.to.',
    source: 'Profile.refusedBodyTo, shared/regulation/model.ts',
    members: ['president_control', 'government_office'],
  },
  { prefix: 'report.to.', source: 'REPORT_ADDRESSEES, shared/regulation/model.ts', members: REPORT_ADDRESSEES },
  {
    prefix: 'report.withdraw.ground.',
    source: 'WithdrawGround, shared/change/report-types.ts',
    members: WithdrawGround.options,
  },
  { prefix: 'register.language.', source: 'Language, shared/application/model.ts', members: Language.options },
  {
    prefix: 'today.plan.',
    source: 'PLANNER_DUES, renderer/features/plan/due/planner-due.ts',
    members: ['to_call', 'report', 'notice', 'briefings', 'list'],
  },
  { prefix: 'plan.freed.', source: 'FREED_REASONS, shared/plan/freed.ts', members: FREED_REASONS },
  { prefix: 'plan.no_place.', source: 'NO_PLACE, shared/plan/fill.ts', members: NO_PLACE },
  { prefix: 'plan.note.', source: 'NOTE_CODES, shared/plan/notes.ts', members: NOTE_CODES },
  { prefix: 'plan.reason.', source: 'FILL_REASONS, shared/plan/fill.ts', members: FILL_REASONS },
  { prefix: 'plan.why.', source: 'WHY_FALLEN, shared/plan/stands.ts', members: WHY_FALLEN },
  { prefix: 'plan.duty.', source: 'PLAN_DUTIES, shared/plan/duties.ts', members: PLAN_DUTIES },
  { prefix: 'plan.offer.', source: 'OFFER_KINDS, shared/plan/offers.ts', members: OFFER_KINDS },
  { prefix: 'plan.told.', source: 'TOLD_STATES, shared/plan/told.ts', members: TOLD_STATES },
  {
    prefix: 'register.no_iin.',
    source: 'NoIin, shared/application/registration.ts',
    members: ['none', ...NoIin.options],
  },
  { prefix: 'register.paper.', source: 'Paper, shared/application/registration.ts, and its fields', members: null },
  {
    prefix: 'schedule.annex.column.',
    source: 'columns of annex 1, renderer/print/schedule',
    members: null,
  },
  {
    prefix: 'schedule.move.',
    source: 'Move, shared/schedule/model.ts',
    members: ['holiday', 'day_off', 'by_hand', 'absence'],
  },
  { prefix: 'sheet.persons.column.', source: 'renderer/print/reception-list/PersonsSheet.tsx', members: null },
  { prefix: 'sheet.pack.column.', source: 'renderer/print/pack/PackSheet.tsx', members: null },
  { prefix: 'sheet.pack.field.', source: 'renderer/print/pack/PackSheet.tsx', members: null },
  { prefix: 'sheet.calls.column.', source: 'renderer/print/call-list/CallSheet.tsx', members: null },
  { prefix: 'sheet.calls.outcome.', source: 'renderer/print/call-list/CallSheet.tsx', members: null },
  { prefix: 'schedule.finding.', source: 'ScheduleFindingKind, shared/schedule/findings.ts', members: null },
  {
    prefix: 'settings.lighting.',
    source: 'Lighting, renderer/app/desk-context.ts',
    members: ['system', 'light', 'dark'],
  },
  { prefix: 'severity.', source: 'ScheduleFinding, shared/schedule/findings.ts', members: ['error', 'warning'] },
  { prefix: 'printer.shape.', source: 'TalonShape, shared/application/registration.ts', members: TalonShape.options },
  {
    prefix: 'printer.tested.',
    source: 'printer.test, shared/ipc/contract.ts',
    members: ['printed', 'saved', 'canceled', 'failed'],
  },
  {
    prefix: 'talon.reason.',
    source: 'ReprintReason, shared/application/registration.ts',
    members: ReprintReason.options,
  },
  {
    prefix: 'talon.not_printed.',
    source: 'talon.print, shared/ipc/contract.ts',
    members: ['no_printer', 'printer_failed'],
  },
  {
    prefix: 'hall.languages.',
    source: 'HallSettings, shared/hall/model.ts',
    members: HallSettings.shape.languages.options,
  },
  { prefix: 'backup.kind.', source: 'BackupKind, shared/backup/model.ts', members: BackupKind.options },
  { prefix: 'backup.where.', source: 'CopyPlace, shared/ipc/backup.ts', members: CopyPlace.options },
  { prefix: 'hall.text.', source: 'HallForm.tsx', members: [...Language.options, 'why'] },
  { prefix: 'hall.told.', source: 'HallScreen, shared/hall/model.ts', members: ['display_gone', 'page_gone'] },
  {
    prefix: 'today.outcome.',
    source: 'renderer/features/today/QuarterFigures.tsx',
    members: ['received', 'pending', 'no_show'],
  },
]

/** Keys whose texts are lawfully the same in both languages: names, signs, forms that do not differ. */
export const SAME_IN_BOTH: readonly RegExp[] = [
  /^app\.name$/,
  /^window\.title$/,
  /^talon\.sheet\.title$/,
  /^letter\.sheet\.phone$/,
  /^backup\.size$/,
  /^(audit\.how|lock)\.pin$/,
  /^language\./,
  /^directories\.helper\.kind\.(psychologist|volunteer)$/,
  /^menu\.(file|language\.(kk|ru))$/,
  /^date\.pattern\.day_month$/,
]
