import { Button } from '@mantine/core'
import {
  IconBan,
  IconDownload,
  IconMail,
  IconPaperclip,
  IconPrinter,
  IconRefresh,
  IconScissors,
  IconSend,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ReprintReason } from '#shared/application/registration.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { hasTemplate } from '#shared/letter/templates.ts'
import { PROTOCOL_ACTS } from '#shared/protocol/transitions.ts'
import { ok } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { PaperAct } from '../../components/PaperAct.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { TalonReason } from '../../components/TalonReason.tsx'
import { useCall } from '../../components/use-call.ts'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfNew } from '../letters/letter-place.ts'
import { AnnulForm } from './AnnulForm.tsx'
import { addressOfProtocol, type ProtocolPlace } from './protocol-place.ts'
import { SendForm } from './SendForm.tsx'

interface Signed {
  readonly protocol: EntityState<'protocol'>
  /** Those that were signed with it as one. */
  readonly others: readonly EntityState<'protocol'>[]
  readonly card: ApplicationCard
  readonly place: ProtocolPlace
}

/** What is done with a protocol that was signed; what was annulled is written anew. */
export function SignedActs({ protocol, others, card, place }: Signed) {
  const { t } = useWords()
  const { call, saved, print, again, setAgain, scan, done, setDone } = useSheets(protocol, others)
  const [asked, setAsked] = useState<'sent' | 'annul' | null>(null)
  const lawful: readonly string[] = PROTOCOL_ACTS[protocol.status]
  const close = (told?: LocaleKey) => {
    setAsked(null)
    setDone(told ?? null)
  }
  if (protocol.status === 'annulled') {
    const of = {
      application: card.id,
      visit: protocol.protocol?.visit ?? null,
      day: protocol.protocol?.on ?? place.day,
    }
    return (
      <div className="act-buttons">
        <Button
          component="a"
          leftSection={<IconRefresh size={17} aria-hidden="true" />}
          href={addressOfProtocol(of, null, protocol.id)}
        >
          {t('protocol.anew')}
        </Button>
      </div>
    )
  }
  const profile = protocol.protocol?.profile
  const hasSlips = (protocol.protocol?.instructions ?? []).length > 0
  return (
    <>
      <div className="act-buttons">
        <PaperAct icon={IconPrinter} onClick={() => void print('protocol', 'pdf', null)}>
          {t('protocol.print')}
        </PaperAct>
        {hasSlips ? (
          <PaperAct icon={IconScissors} onClick={() => void print('slips', 'pdf', null)}>
            {t('protocol.slips')}
          </PaperAct>
        ) : null}
        <PaperAct icon={IconDownload} onClick={() => void print('protocol', 'docx', null)}>
          {t('protocol.docx')}
        </PaperAct>
        <PaperAct icon={IconPaperclip} onClick={() => void scan()}>
          {t('letter.scan')}
        </PaperAct>
        <PaperAct icon={IconSend} onClick={() => setAsked('sent')}>
          {t('protocol.send')}
        </PaperAct>
        {profile !== undefined && hasTemplate('protocol_sent', profile) ? (
          <Button
            component="a"
            variant="default"
            justify="flex-start"
            leftSection={<IconMail size={17} aria-hidden="true" />}
            href={addressOfNew(card.id, 'protocol_sent', protocol.id)}
          >
            {t('protocol.letter')}
          </Button>
        ) : null}
        {lawful.includes('protocol.annulled') ? (
          <PaperAct icon={IconBan} onClick={() => setAsked('annul')}>
            {t('protocol.annul')}
          </PaperAct>
        ) : null}
      </div>
      {done === null ? null : <Notice tone="green">{t(done)}</Notice>}
      <SavedNotice saved={saved} />
      {again ? (
        <TalonReason
          call={call}
          onReason={reason => void print('protocol', 'pdf', reason)}
          onClose={() => setAgain(false)}
        />
      ) : (
        <ErrorNotice error={call.error} />
      )}
      {asked === 'sent' ? <SendForm protocol={protocol} onClose={close} /> : null}
      {asked === 'annul' ? <AnnulForm protocol={protocol} onClose={close} /> : null}
    </>
  )
}

/** Sheets and scans: a further copy asks its reason first. */
function useSheets({ id, head, copies }: EntityState<'protocol'>, others: Signed['others']) {
  const store = useStore()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [again, setAgain] = useState(false)
  const [done, setDone] = useState<LocaleKey | null>(null)

  const print = async (what: 'protocol' | 'slips', form: 'pdf' | 'docx', reprint: ReprintReason | null) => {
    setSaved(null)
    setDone(null)
    call.forget()
    const printed = [copies, ...others.map(one => one.copies)].some(({ kk, ru }) => kk + ru > 0)
    const isCopy = what === 'protocol' && form === 'pdf' && printed
    if (isCopy && reprint === null) return setAgain(true)
    const made = await call.run(async () => {
      const answer = await window.desk.protocolPrint({
        protocols: [id, ...others.map(one => one.id)],
        what,
        form,
        reprint,
      })
      const last = answer.ok ? answer.value.actions.at(-1) : undefined
      if (last !== undefined) await store.caughtUp(last.id)
      return answer
    })
    if (made === null) return
    setAgain(false)
    setSaved(made.saved)
  }
  const scan = async () => {
    setSaved(null)
    setDone(null)
    if (head === null) return
    const made = await call.run(async () => {
      const answer = await window.desk.protocolScan({ entity: id, basedOn: head })
      if (!answer.ok) return answer
      if (answer.value.action !== null) await store.caughtUp(answer.value.action.id)
      return ok(answer.value.action !== null)
    })
    if (made === true) setDone('letter.scan.done')
  }
  return { call, saved, print, again, setAgain, scan, done, setDone }
}
