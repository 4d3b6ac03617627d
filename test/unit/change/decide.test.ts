import { describe, expect, it } from 'vitest'
import { ABSENCE_ACTS } from '#shared/absence/transitions.ts'
import { APPLICATION_ACTS } from '#shared/application/transitions.ts'
import { AUDIT_ACTS } from '#shared/audit/transitions.ts'
import { CALENDAR_ACTS } from '#shared/calendar/transitions.ts'
import { CALL_CENTRE_ACTS } from '#shared/callcentre/transitions.ts'
import { EntityId, entityId, type Intent } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import { decide, lawfulActs } from '#shared/change/decide.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { CONTACT_ACTS } from '#shared/contact/transitions.ts'
import { DAY_ACTS } from '#shared/day/transitions.ts'
import { DEMAND_ACTS } from '#shared/demand/transitions.ts'
import { DESK_ACTS } from '#shared/desk/transitions.ts'
import { DESTRUCTION_ACTS } from '#shared/destruction/transitions.ts'
import { ENTRY_ACTS } from '#shared/directory/transitions.ts'
import { FEEDBACK_ACTS } from '#shared/feedback/transitions.ts'
import { IMPORT_ACTS } from '#shared/import/transitions.ts'
import { INSTRUCTION_ACTS } from '#shared/instruction/transitions.ts'
import { TEMPLATE_ACTS } from '#shared/letter/template-transitions.ts'
import { LETTER_ACTS } from '#shared/letter/transitions.ts'
import { LINE_ACTS } from '#shared/line/transitions.ts'
import { OFFICE_ACTS } from '#shared/office/transitions.ts'
import { OFFICIAL_ACTS } from '#shared/official/transitions.ts'
import { PACK_ACTS } from '#shared/pack/transitions.ts'
import { PROTOCOL_ACTS } from '#shared/protocol/transitions.ts'
import { RECEPTION_ACTS } from '#shared/reception/transitions.ts'
import { HELPER_ACTS } from '#shared/reception-helper/transitions.ts'
import { REPORT_ACTS } from '#shared/report/transitions.ts'
import { RESTRICTION_ACTS } from '#shared/restriction/transitions.ts'
import { RETENTION_ACTS } from '#shared/retention/transitions.ts'
import { SCHEDULE_ACTS } from '#shared/schedule/transitions.ts'
import { SUBJECT_ACTS } from '#shared/subject/transitions.ts'
import { ANSWER_ACTS, SURVEY_ACTS } from '#shared/survey/transitions.ts'
import { USER_ACTS } from '#shared/user/transitions.ts'
import { VISIT_ACTS } from '#shared/visit/transitions.ts'
import { FACTS, PERSONAL, SUBJECT, sampleAction } from './sample-actions.ts'

const TABLES = {
  office: OFFICE_ACTS,
  user: USER_ACTS,
  desk: DESK_ACTS,
  official: OFFICIAL_ACTS,
  application: APPLICATION_ACTS,
  visit: VISIT_ACTS,
  line: LINE_ACTS,
  day: DAY_ACTS,
  pack: PACK_ACTS,
  contact: CONTACT_ACTS,
  entry: ENTRY_ACTS,
  import: IMPORT_ACTS,
  schedule: SCHEDULE_ACTS,
  absence: ABSENCE_ACTS,
  helper: HELPER_ACTS,
  reception: RECEPTION_ACTS,
  restriction: RESTRICTION_ACTS,
  letter: LETTER_ACTS,
  template: TEMPLATE_ACTS,
  protocol: PROTOCOL_ACTS,
  instruction: INSTRUCTION_ACTS,
  survey: SURVEY_ACTS,
  answer: ANSWER_ACTS,
  demand: DEMAND_ACTS,
  feedback: FEEDBACK_ACTS,
  callcentre: CALL_CENTRE_ACTS,
  report: REPORT_ACTS,
  calendar: CALENDAR_ACTS,
  subject: SUBJECT_ACTS,
  audit: AUDIT_ACTS,
  retention: RETENTION_ACTS,
  destruction: DESTRUCTION_ACTS,
}

function imported(sequence: number, batch: string) {
  return sampleAction(
    sequence,
    'application',
    'k1',
    'application.imported',
    { batch, facts: FACTS },
    {
      personal: { subject: SUBJECT, value: PERSONAL },
    },
  )
}

function intent(type: string, more: Partial<Intent> = {}): Intent {
  return { entity: entityId('import', 'b1'), type, basedOn: null, body: {}, ...more }
}

describe('what may be done next', () => {
  it('is this table and no other', () => {
    expect(TABLES).toMatchInlineSnapshot(`
      {
        "absence": {
          "none": [
            "absence.set",
          ],
          "standing": [
            "absence.set",
            "absence.undone",
          ],
          "undone": [],
        },
        "answer": {
          "absent": [
            "answer.given",
          ],
          "given": [],
        },
        "application": {
          "absent": [
            "application.imported",
            "application.registered",
          ],
          "forwarded": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reopened",
          ],
          "imported": [],
          "incomplete": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.completeness_checked",
            "application.left",
            "application.returned",
            "application.withdrawn",
          ],
          "left": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reopened",
          ],
          "open": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.completeness_checked",
            "application.returned",
            "application.competence_decided",
            "application.repeat_decided",
            "application.appointed",
            "application.briefed",
            "application.booked",
            "application.booking_dropped",
            "application.refused",
            "application.refusal_proposed",
            "application.extended",
            "application.received",
            "application.withdrawn",
          ],
          "received": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reception_undone",
          ],
          "refusal_proposed": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.refusal_approved",
            "application.refusal_declined",
            "application.withdrawn",
          ],
          "refused": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reopened",
          ],
          "returned": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reopened",
          ],
          "undone": [
            "application.imported",
          ],
          "withdrawn": [
            "application.corrected",
            "application.eotinish_noted",
            "application.talon_made",
            "application.paper_attached",
            "application.letter_noted",
            "application.reopened",
          ],
        },
        "audit": {
          "open": [
            "audit.anchored",
          ],
        },
        "calendar": {
          "absent": [
            "calendar.year_set",
          ],
          "set": [
            "calendar.year_set",
          ],
        },
        "callcentre": {
          "absent": [
            "callcentre.declared",
            "callcentre.interrupted",
          ],
          "interrupted": [
            "callcentre.rerouted",
            "callcentre.restored",
            "callcentre.taken_back",
          ],
          "mode": [
            "callcentre.ended",
            "callcentre.taken_back",
          ],
          "mode_ended": [
            "callcentre.taken_back",
          ],
          "restored": [
            "callcentre.rerouted",
            "callcentre.taken_back",
          ],
          "taken_back": [],
        },
        "contact": {
          "absent": [
            "contact.logged",
          ],
          "logged": [
            "contact.detailed",
            "contact.undone",
          ],
          "undone": [],
        },
        "day": {
          "closed": [
            "day.closed",
            "day.help_called",
          ],
          "help_called": [
            "day.help_called",
            "day.help_ended",
          ],
          "open": [
            "day.closed",
            "day.help_called",
          ],
        },
        "demand": {
          "absent": [
            "demand.made",
          ],
          "answered": [
            "demand.returned",
          ],
          "open": [
            "demand.extended",
            "demand.reminded",
            "demand.answered",
            "demand.withdrawn",
          ],
          "withdrawn": [],
        },
        "desk": {
          "new": [
            "desk.opened",
          ],
          "open": [
            "desk.lettered",
            "desk.restored",
            "desk.retired",
          ],
          "retired": [
            "desk.restored",
          ],
        },
        "destruction": {
          "absent": [
            "destruction.confirmed",
          ],
          "completed": [],
          "confirmed": [
            "destruction.completed",
          ],
        },
        "entry": {
          "absent": [
            "entry.set",
          ],
          "set": [
            "entry.set",
          ],
        },
        "feedback": {
          "absent": [
            "feedback.noted",
          ],
          "noted": [
            "feedback.followed_up",
            "feedback.taken_back",
          ],
          "taken_back": [],
        },
        "helper": {
          "absent": [
            "helper.set",
          ],
          "set": [
            "helper.set",
          ],
        },
        "import": {
          "absent": [
            "import.started",
          ],
          "finished": [
            "import.undone",
          ],
          "running": [
            "import.finished",
            "import.undone",
          ],
          "undone": [],
        },
        "instruction": {
          "absent": [
            "instruction.given",
          ],
          "answered": [
            "instruction.returned",
            "instruction.closed",
            "instruction.replaced",
          ],
          "closed": [
            "instruction.returned",
          ],
          "executed": [
            "instruction.extended",
            "instruction.interim",
            "instruction.returned",
            "instruction.answered",
            "instruction.replaced",
          ],
          "on_control": [
            "instruction.extended",
            "instruction.reassigned",
            "instruction.interim",
            "instruction.reminded",
            "instruction.executed",
            "instruction.replaced",
          ],
          "replaced": [],
        },
        "letter": {
          "absent": [
            "letter.drafted",
          ],
          "annulled": [],
          "drafted": [
            "letter.drafted",
            "letter.signed",
            "letter.printed",
            "letter.annulled",
          ],
          "sent": [
            "letter.printed",
            "letter.scanned",
            "letter.sent",
            "letter.attempted",
          ],
          "signed": [
            "letter.printed",
            "letter.scanned",
            "letter.sent",
            "letter.attempted",
            "letter.annulled",
          ],
        },
        "line": {
          "free": [
            "line.called",
          ],
          "owned": [
            "line.called",
            "line.taken",
          ],
        },
        "office": {
          "set": [
            "office.set",
            "office.key_changed",
            "office.key_given",
            "office.key_taken",
          ],
          "unset": [
            "office.set",
          ],
        },
        "official": {
          "absent": [
            "official.added",
          ],
          "active": [
            "official.changed",
          ],
          "undone": [
            "official.added",
          ],
        },
        "pack": {
          "open": [
            "pack.printed",
          ],
        },
        "protocol": {
          "absent": [
            "protocol.drafted",
          ],
          "annulled": [],
          "drafted": [
            "protocol.drafted",
            "protocol.signed",
            "protocol.printed",
            "protocol.annulled",
          ],
          "sent": [
            "protocol.printed",
            "protocol.scanned",
            "protocol.sent",
            "protocol.annulled",
          ],
          "signed": [
            "protocol.printed",
            "protocol.scanned",
            "protocol.sent",
            "protocol.annulled",
          ],
        },
        "reception": {
          "open": [
            "reception.list_handed",
            "reception.invited",
            "reception.answered",
            "reception.refusal_reported",
            "reception.prepared",
            "reception.covered",
            "reception.called_in",
          ],
        },
        "report": {
          "absent": [
            "report.frozen",
          ],
          "frozen": [
            "report.frozen",
            "report.withdrawn",
          ],
          "withdrawn": [
            "report.frozen",
          ],
        },
        "restriction": {
          "lifted": [],
          "none": [
            "restriction.set",
          ],
          "standing": [
            "restriction.set",
            "restriction.lifted",
          ],
        },
        "retention": {
          "open": [
            "retention.set",
          ],
        },
        "schedule": {
          "approved": [
            "schedule.drafted",
            "schedule.approved",
            "schedule.changed",
            "schedule.posted",
          ],
          "drafted": [
            "schedule.drafted",
            "schedule.approved",
          ],
          "none": [
            "schedule.drafted",
            "schedule.approved",
          ],
          "redrafted": [
            "schedule.drafted",
            "schedule.approved",
            "schedule.changed",
            "schedule.posted",
          ],
        },
        "subject": {
          "erased": [],
          "kept": [
            "subject.asked",
            "subject.answered",
            "subject.held",
            "subject.released",
            "subject.erased",
          ],
        },
        "survey": {
          "absent": [
            "survey.opened",
          ],
          "closed": [],
          "open": [
            "survey.attempted",
            "survey.closed",
          ],
        },
        "template": {
          "own": [
            "template.set",
          ],
          "set": [
            "template.set",
          ],
        },
        "user": {
          "absent": [
            "user.added",
          ],
          "active": [
            "user.changed",
            "user.suspended",
          ],
          "suspended": [
            "user.resumed",
          ],
        },
        "visit": {
          "absent": [
            "visit.checked_in",
          ],
          "arrived": [
            "visit.identity_checked",
            "visit.left",
          ],
          "barred": [
            "visit.identity_checked",
            "visit.left",
          ],
          "called": [
            "visit.called",
            "visit.call_undone",
            "visit.started",
            "visit.missed",
            "visit.parked",
            "visit.left",
          ],
          "finished": [
            "visit.finish_undone",
          ],
          "left": [
            "visit.returned",
          ],
          "missed": [
            "visit.called",
            "visit.returned",
            "visit.forwarded",
            "visit.left",
          ],
          "parked": [
            "visit.returned",
            "visit.forwarded",
            "visit.left",
          ],
          "served": [
            "visit.finished",
            "visit.returned",
            "visit.forwarded",
          ],
          "stopped": [
            "visit.identity_checked",
            "visit.admitted",
            "visit.left",
          ],
          "waiting": [
            "visit.called",
            "visit.identity_checked",
            "visit.parked",
            "visit.forwarded",
            "visit.served_on_paper",
            "visit.left",
          ],
        },
      }
    `)
  })

  it('names only known types, each of its own noun, and every type is lawful somewhere', () => {
    const named = Object.entries(TABLES).flatMap(([noun, table]) =>
      Object.values(table)
        .flat()
        .map(type => ({ noun, type })),
    )
    for (const { noun, type } of named) expect(ACTION_TYPES[type as ActionType].noun).toBe(noun)
    const ofNoun = Object.keys(ACTION_TYPES).filter(type => ACTION_TYPES[type as ActionType].noun !== null)
    expect(new Set(named.map(({ type }) => type))).toEqual(new Set(ofNoun))
  })

  it('an application is imported once, and again only after its import was taken back', () => {
    const once = [imported(1, 'b1')]
    expect(lawfulActs('application', [], NO_RELATED)).toContain('application.imported')
    expect(lawfulActs('application', once, NO_RELATED)).toEqual([])
    const undone = { undoneBatches: new Set(['b1']), erasedSubjects: new Map() }
    expect(lawfulActs('application', once, undone)).toEqual(['application.imported'])
    expect(lawfulActs('application', [...once, imported(2, 'b2')], undone)).toEqual([])
  })
})

describe('main refuses', () => {
  it.each([
    ['a type nobody knows', intent('import.exploded'), 'change.unknown_type'],
    [
      'an act on an entity of another noun',
      intent('import.undone', { entity: entityId('office', 'main') }),
      'change.wrong_entity',
    ],
    ['a body of another form', intent('import.undone', { body: { reason: 'x' } }), 'change.body'],
    ['an act that is not lawful now', intent('import.undone'), 'change.not_lawful'],
    [
      'an act decided on a head that moved',
      intent('import.undone', { basedOn: imported(9, 'b9').id }),
      'change.conflict',
    ],
  ])('%s', (_, asked, code) => {
    expect(decide(asked, [], NO_RELATED)).toMatchObject({ ok: false, error: { code } })
  })

  it('any act on an entity that a newer program changed, whatever head it was decided on', () => {
    const newer = { ...imported(1, 'b1'), version: 99, body: { shape: 'unknown' } }
    const asked = intent('application.imported', {
      entity: newer.entity,
      basedOn: newer.id,
      body: { batch: 'b2', facts: FACTS },
    })
    for (const basedOn of [newer.id, null])
      expect(decide({ ...asked, basedOn }, [newer], NO_RELATED)).toMatchObject({
        ok: false,
        error: { code: 'change.needs_update', params: { type: 'application.imported' } },
      })
  })

  it('an act on an entity of a noun nobody knows', () => {
    const asked = intent('import.undone', { entity: EntityId.parse('guest:1') })
    expect(decide(asked, [], NO_RELATED)).toMatchObject({ ok: false, error: { code: 'change.wrong_entity' } })
  })

  it('a prototype key as a type', () => {
    expect(decide(intent('constructor.call'), [], NO_RELATED)).toMatchObject({ ok: false })
    expect(decide({ ...intent('x.y'), type: '__proto__' }, [], NO_RELATED)).toMatchObject({ ok: false })
  })

  it('and accepts what is lawful on the head as it stands', () => {
    const started = sampleAction(1, 'import', 'b1', 'import.started', {
      kind: 'journal',
      fileName: 'a.xlsx',
      fileHash: 'a'.repeat(64),
      rows: 3,
    })
    expect(decide(intent('import.undone', { basedOn: started.id }), [started], NO_RELATED)).toMatchObject({
      ok: true,
      value: { type: 'import.undone', version: 1 },
    })
  })
})
