import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { lastWorkingMoment } from '#shared/application/working-time.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import type { Call } from '../../components/use-call.ts'
import { useDirectories } from '../../components/use-directories.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { AtReception } from './AtReception.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { EarlierCases } from './EarlierCases.tsx'
import { goToField, movesOn, stepFrom } from './enter-order.ts'
import { dayFirst } from './filled-form.ts'
import { type FormAround, FormContext } from './form-context.ts'
import { MainFields } from './MainFields.tsx'
import { MoreParts } from './MoreParts.tsx'
import { OutsideHours } from './OutsideHours.tsx'
import { RegisterLacking } from './RegisterLacking.tsx'
import { type Draft, filledParts, type Part, partOfField } from './register-draft.ts'
import type { RegisterForm } from './register-form.ts'
import type { RegisterValues } from './register-values.ts'
import { SaveBar } from './SaveBar.tsx'
import { useEarlier } from './use-earlier.ts'
import { useFindings } from './use-findings.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { type Standing, useLooked } from './use-looked.ts'
import { useRegisterCommands } from './use-register-commands.ts'
import { useSave } from './use-save.ts'
import { useSaving } from './use-saving.ts'
import { useTakeOver } from './use-take-over.ts'

interface Asked {
  /** Under which the draft is kept. */
  readonly name: string
  readonly draft: Draft
  readonly onKeep: (draft: Draft) => void
  /** The application being put right: it is no earlier case of its own. */
  readonly own?: string
  /** When it was registered, where it is put right. */
  readonly standing?: Standing
  readonly act: LocaleKey
  readonly call: Call
  /** Sends what the form says, `incomplete`: as what lacks something; false: it was not taken, and the form stays as it is. */
  readonly onSend: (values: RegisterValues, draft: Draft, incomplete: boolean) => Promise<boolean>
  /** `end`: nothing more of this draft is kept, because it is given up. */
  readonly head?: (draft: Draft, end: () => void) => ReactNode
  readonly children?: ReactNode
}

/** The form of a registration, new or being put right: everything by keys, kept as it is typed. */
export function RegistrationForm(asked: Asked) {
  const { t } = useWords()
  const { act, call, head, children } = asked
  const box = useRef<HTMLFormElement>(null)
  const work = useWork(asked, box)
  const { around, findings, kept, open, save, lacking } = work
  const entered = (event: KeyboardEvent<HTMLFormElement>) => {
    const { target, key, ctrlKey, altKey, shiftKey, nativeEvent } = event
    if (key !== 'Enter' || ctrlKey || altKey || nativeEvent.isComposing || !(target instanceof Element)) return
    if (!movesOn(target, shiftKey)) return
    event.preventDefault()
    stepFrom(event.currentTarget, target, shiftKey ? -1 : 1)
  }
  const { now, work: hours } = work.looked
  const ofHour = findings.findingOf('late')
  const outside =
    ofHour === null || hours === null ? null : (
      <OutsideHours code={ofHour.code} now={now} work={hours} onInTime={work.cameInTime} />
    )
  return (
    <FormContext value={around}>
      {head?.(work.draft, () => void kept.writer.end())}
      <div className="register">
        <form
          ref={box}
          className="card register-form"
          noValidate
          aria-label={t('nav.register')}
          onSubmit={event => event.preventDefault()}
          onKeyDown={entered}
          onBlur={event => findings.left((event.target as HTMLElement).getAttribute('name') ?? '')}
        >
          <fieldset className="register-whole" disabled={work.isSaving}>
            <AtReception />
            <ChannelChoice />
            <MainFields />
            <MoreParts open={open} onToggle={work.toggle} />
            <SaveBar act={t(act)} call={call} findings={findings} kept={kept} onSave={save} told={outside}>
              {children}
            </SaveBar>
          </fieldset>
        </form>
        {lacking.isAsked && work.profile !== null ? (
          <RegisterLacking values={findings.values} profile={work.profile} call={call} {...lacking} />
        ) : null}
        <EarlierCases
          cases={work.cases}
          marked={work.taking.marked}
          taken={work.taking.taken}
          error={work.taking.error}
          onTake={work.taking.take}
        />
      </div>
    </FormContext>
  )
}

/** The work on one registration: the form, what stands against it, the draft, earlier cases and the keys. */
function useWork(asked: Asked, box: RefObject<HTMLFormElement | null>) {
  const directories = useDirectories()
  const officials = useOfficials()
  const form = useForm<RegisterForm>({ defaultValues: asked.draft.form })
  const typed = form.watch()
  const { opened, setOpened, open, goTo, toggle } = useParts(asked.draft.opened, typed, box)
  const [known, setKnown] = useState(asked.draft.known)
  const draft: Draft = { ...asked.draft, form: typed, opened: [...opened], known }
  const { looked, profile } = useLooked(asked.standing ?? null)
  const findings = useFindings(typed, directories.topic, looked)
  const kept = useKeptDraft(asked.name, draft, box, asked.onKeep)
  const earlier = useEarlier(typed, findings.values)
  const { isSaving, isHeld, during } = useSaving()
  const cases = earlier?.filter(({ row }) => row.id !== asked.own) ?? earlier
  const sendNow = (incomplete: boolean) => void during(() => send(asked, findings.values, draft, kept, incomplete))
  const { save, lacking } = useSave({ findings, standing: asked.standing ?? null, goTo, send: sendNow })
  const cameInTime = () => {
    if (looked.work === null || isHeld()) return
    const came = lastWorkingMoment(looked.now, looked.work)
    form.setValue('late', true, { shouldDirty: true })
    form.setValue('lateOn', dayFirst(came.on))
    form.setValue('lateAt', came.at)
    goTo('lateAt')
  }
  const taking = useTakeOver({ cases, form, onKnown: setKnown, goTo, isHeld })
  useRegisterCommands({ box, form, channels: directories.channel, save, setOpened, taking, cameInTime, isHeld })
  useStartPlace(box, asked.draft)
  const around: FormAround = {
    form,
    typed,
    directories,
    officials: officials ?? [],
    findingOf: findings.findingOf,
    profile,
  }
  return {
    around,
    findings,
    kept,
    cases,
    open,
    draft,
    toggle,
    save,
    taking,
    isSaving,
    looked,
    profile,
    cameInTime,
    lacking,
  }
}

/** Which parts of the form are open, and the way to any field of them. */
function useParts(atFirst: readonly Part[], typed: RegisterForm, box: RefObject<HTMLFormElement | null>) {
  const [opened, setOpened] = useState<readonly Part[]>(atFirst)
  const open = new Set<Part>([...filledParts(typed), ...opened])
  const goTo = (field: string) => {
    const part = partOfField(field)
    if (part !== null) setOpened(parts => (parts.includes(part) ? parts : [...parts, part]))
    // A part that opens is drawn first.
    requestAnimationFrame(() => box.current && goToField(box.current, { field, caret: null }))
  }
  const toggle = (part: Part) =>
    setOpened(parts => (parts.includes(part) ? parts.filter(one => one !== part) : [...parts, part]))
  return { opened, setOpened, open, goTo, toggle }
}

async function send(
  asked: Asked,
  values: RegisterValues,
  draft: Draft,
  kept: ReturnType<typeof useKeptDraft>,
  incomplete: boolean,
): Promise<void> {
  if (asked.call.busy) return
  // A draft written after main has dropped it would come back as a registration not made.
  if (!(await kept.writer.replaceBy(() => asked.onSend(values, draft, incomplete)))) kept.again()
}

/** Where the person was when the draft was left, else the first field. */
function useStartPlace(box: RefObject<HTMLElement | null>, { at }: Draft): void {
  const first = useRef(at ?? { field: 'iin', caret: 0 })
  useEffect(() => {
    if (box.current === null) return
    goToField(box.current, first.current)
    if (!box.current.contains(document.activeElement)) goToField(box.current, { field: 'iin', caret: 0 })
  }, [box])
}
