import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconDownload, IconPencilCheck, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionId, type EntityId } from '#shared/change/action.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { type AppError, fail, ok, type Result } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { type Call, useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Composing, Faults } from './Composer.tsx'
import { type Composed, protocolOf } from './composed.ts'
import { type Drafted, type Joint, useDraftTogether } from './joint.ts'
import { SignForm } from './SignForm.tsx'

interface Acts {
  readonly composing: Composing
  readonly composed: Composed
  readonly faults: Faults
  readonly kept: { readonly error: AppError | null; readonly drop: () => Promise<void> }
  /** Cases of the same matter that were looked at: they go with each instruction. */
  readonly earlier: readonly EntityId[]
  readonly joint: Joint
  /** The draft of the journal says the same. */
  readonly isKept: boolean
}

/** What is done with a protocol that is written: the draft kept, its sheet looked at on paper, the signature noted. */
export function ProtocolActs(acts: Acts) {
  const { composing, composed, faults, kept, isKept } = acts
  const { t } = useWords()
  const { call, drafted, keep, sheet, saved } = useDraft(acts)
  const [asked, setAsked] = useState(false)
  return (
    <div className="letter-acts">
      <Button
        leftSection={<IconPencilCheck size={17} aria-hidden="true" />}
        onClick={() => {
          call.forget()
          setAsked(true)
        }}
      >
        {t('protocol.sign')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={17} aria-hidden="true" />}
        onClick={() => void keep()}
      >
        {t('protocol.keep')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden="true" />}
        onClick={() => void sheet('pdf')}
      >
        {t('protocol.draft_pdf')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={17} aria-hidden="true" />}
        onClick={() => void sheet('docx')}
      >
        {t('protocol.docx')}
      </Button>
      <div className="letter-notices">
        {faults.stops === 0 ? null : <Notice tone="amber">{t('protocol.stops', { count: faults.stops })}</Notice>}
        {isKept ? <Notice tone="sky">{t('protocol.kept')}</Notice> : null}
        <SavedNotice saved={saved} />
        <ErrorNotice error={kept.error ?? (asked ? null : call.error)} />
      </div>
      {asked ? (
        <SignForm
          {...{ composed, faults, call, drafted }}
          count={composed.instructions.length * (acts.joint.chosen.length + 1)}
          officials={composing.beginning.officials}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </div>
  )
}

/** The ways of a draft into the journal and to paper. */
function useDraft({ composing, composed, kept, earlier, isKept, joint }: Acts) {
  const { place, protocol, beginning } = composing
  const store = useStore()
  const draftTogether = useDraftTogether()
  const call: Call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)

  /** The head of the protocol with what is on the screen in it, and those of the others it is of. */
  async function drafted(): Promise<Result<[Drafted, ...Drafted[]]>> {
    const isJoint = joint.chosen.length > 0
    const isAlone = !isJoint && (protocol?.protocol?.batch ?? null) === null
    if (isKept && isAlone && protocol?.head) return ok([{ entity: place.id, basedOn: protocol.head }])
    const batch = isJoint ? joint.batch : null
    const made = protocolOf(composed, { ...beginning.written, batch }, earlier)
    if (made === null) return fail('protocol.unsaid')
    const answer = await window.desk.journalAct({
      intent: {
        entity: place.id,
        type: 'protocol.drafted',
        basedOn: protocol?.head ?? null,
        body: { protocol: made.protocol },
      },
      personal: made.personal,
    })
    if (!answer.ok) return answer
    await store.caughtUp(answer.value.action.id)
    await kept.drop()
    const own = { entity: place.id, basedOn: ActionId.parse(answer.value.action.id) }
    const others = await draftTogether(made, joint.chosen)
    return others.ok ? ok([own, ...others.value]) : others
  }

  const keep = () => call.run(drafted)
  const sheet = async (form: 'pdf' | 'docx') => {
    setSaved(null)
    const made = await call.run(async () => {
      const head = await drafted()
      if (!head.ok) return head
      const protocols = head.value.map(({ entity }) => entity)
      return window.desk.protocolPrint({ protocols, what: 'protocol', form, reprint: null })
    })
    setSaved(made?.saved ?? null)
  }
  return { call, drafted, keep, sheet, saved }
}
