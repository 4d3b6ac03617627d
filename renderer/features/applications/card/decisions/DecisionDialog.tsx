import { ApproveForm } from './ApproveForm.tsx'
import { CompetenceForm } from './CompetenceForm.tsx'
import { CompletenessForm } from './CompletenessForm.tsx'
import type { Offered } from './decision-acts.ts'
import { ExtensionForm } from './ExtensionForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { RefusalForm } from './RefusalForm.tsx'
import { RepeatForm } from './RepeatForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import type { FormAsked } from './use-deciding.ts'

const FORMS = {
  'application.completeness_checked': CompletenessForm,
  'application.left': ReasonForm,
  'application.returned': ReturnForm,
  'application.competence_decided': CompetenceForm,
  'application.repeat_decided': RepeatForm,
  'application.extended': ExtensionForm,
  'application.refused': RefusalForm,
  'application.refusal_proposed': RefusalForm,
  'application.refusal_approved': ApproveForm,
  'application.refusal_declined': ReasonForm,
} as const satisfies Record<Offered, unknown>

/** The form of a decision. */
export function DecisionDialog(asked: FormAsked) {
  const Form = FORMS[asked.act]
  return <Form {...asked} />
}
