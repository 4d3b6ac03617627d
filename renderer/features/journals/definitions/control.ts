import { CHOICE, date, type JournalDefinition, number, text, UNSEEN, WIDE } from '../column.ts'
import { EOTINISH, ESSENCE, IIN_OF, NUMBER, OFFICIAL, PERSON, TOPIC, unseen } from './applicant.ts'
import { executorText } from './executor.ts'

/** The control of instructions (clauses 32, 33): what was given, to whom, by when, and how it left control. */
export const CONTROL: JournalDefinition = {
  id: 'control',
  columns: [
    date('given', ({ day }) => day),
    NUMBER,
    unseen(EOTINISH),
    PERSON,
    unseen(IIN_OF),
    unseen(ESSENCE),
    unseen(TOPIC),
    unseen(OFFICIAL),
    text('instruction', ({ of }) => of.instruction?.text, WIDE),
    text('executor', ({ of }, words) => (of.instruction ? executorText(of.instruction, words) : ''), CHOICE),
    date('due', ({ of }) => of.instruction?.dueOn),
    number('extended', ({ of }) => of.instruction?.extensions.length || null),
    number('interim', ({ of }) => of.instruction?.interims.length || null, UNSEEN),
    number('sent_back', ({ of }) => of.instruction?.returns.length || null, UNSEEN),
    date('executed', ({ of }) => of.instruction?.executed?.doneOn),
    text('report', ({ of }) => of.instruction?.executed?.text, WIDE, UNSEEN),
    date('answered', ({ of }) => of.instruction?.answer?.on),
    text('answer_number', ({ of }) => of.instruction?.answer?.number, UNSEEN),
    date('off_control', ({ of }) => of.instruction?.closed?.on),
    text('status', ({ of }, { t }) => t(`journals.instruction.${of.instruction?.status ?? 'absent'}`), CHOICE),
  ],
}
