import type { SheetJob } from '#shared/ipc/documents.ts'
import { wordsOf } from '../words-of.ts'
import { ProtocolSheet } from './ProtocolSheet.tsx'
import { SlipSheet } from './SlipSheet.tsx'

/** Protocols one after another, each from a page of its own and in the language of its applicant. */
export function ProtocolsJob({ sheets }: Extract<SheetJob, { kind: 'protocols' }>) {
  return sheets.map((data, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a printed sheet never changes its order
    <ProtocolSheet key={at} data={data} words={wordsOf(data.language)} />
  ))
}

/** Slips one after another; two short ones share a page. */
export function SlipsJob({ slips }: Extract<SheetJob, { kind: 'slips' }>) {
  return slips.map((data, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a printed slip never changes its order
    <SlipSheet key={at} data={data} words={wordsOf(data.language)} />
  ))
}
