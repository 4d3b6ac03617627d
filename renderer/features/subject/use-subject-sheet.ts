import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import { SubjectId } from '#shared/change/action.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { SubjectState } from '#shared/subject/transitions.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useStore } from '../../db/use-query.ts'
import { subjectSheet } from './subject-sheet.ts'

const NOTHING = {}

interface SubjectSheetWay {
  readonly call: Call
  readonly saved: Saved | null
  readonly save: (language: Language) => Promise<void>
}

/** Reads all that is kept about a person and gives it out as a sheet. The name of the file says nothing of whom it is. */
export function useSubjectSheet(subject: string, state: SubjectState | null): SubjectSheetWay {
  const store = useStore()
  const office = useOffice()
  const users = useRows('users.all', NOTHING)
  const directories = useDirectories()
  const { user } = useDesk().start
  const today = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const save = async (language: Language) => {
    setSaved(null)
    const done = await call.run(async () => {
      const records = await store.query('subject.records', { subject })
      const data = subjectSheet({
        ...{ language, records, state, directories, preparedOn: today, preparedBy: user?.name ?? '' },
        office: office?.name[language] ?? '',
        userOf: id => users?.find(one => one.user?.id === id)?.user?.name ?? '',
      })
      const job = { kind: 'subject', paper: 'A4', data, subject: SubjectId.parse(subject) } as const
      return window.desk.sheetSave({ job, fileName: `personal-data-${today}.pdf` })
    })
    setSaved(done)
  }
  return { call, saved, save }
}
