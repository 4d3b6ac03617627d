import type { AtDesk } from './at-desk.ts'

/** A person to be registered, as the form would send it. */
export interface Applicant {
  readonly surname: string
  readonly given: string
  readonly iin: string
  readonly essence: string
}

/** Registers an application the way the form does, without the form; its number in words. */
export async function registerAtDesk({ page }: AtDesk, applicant: Applicant): Promise<void> {
  const answer = await page.evaluate(async person => {
    const registration = {
      ...{ channel: 'oral', language: 'kk', topic: 'housing', subtopic: null, district: null, officialId: null },
      ...{ applicant: 'citizen', noIin: null, needs: ['wheelchair'], delegation: null, represented: false },
      ...{ sameDay: false, consent: 'code', catchUp: null, findings: [] },
    }
    const personal = {
      ...{ ...person, patronymic: '', organisation: '', bin: '', position: '', phone: '+77011234567' },
      ...{ address: '', country: '', category: null, proofSeen: false, eotinish: '', interpreterLanguage: '' },
      ...{ members: [], principal: null, powers: null, papers: [] },
    }
    const request = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => (byte % 36).toString(36)).join('')
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const desk = (window as any).desk
    return desk.applicationRegister({ request, registration, personal, subject: null, draft: null })
  }, applicant)
  if (!answer.ok) throw new Error(`not registered: ${answer.error.code}`)
}
