import type { Page } from 'playwright-core'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { CANARY } from '#test/fixtures/hostile.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { press } from '#test/unit/desk/register-rig.ts'

/** What a verb answered: nothing, or the code it was refused with. */
export type Refusals = Record<string, number>

export interface Asked {
  readonly verb: string
  readonly args: object
}

/** Asks main one thing after another; the values, null for each refusal, and how often which code refused. */
export async function askAll(page: Page, asked: readonly Asked[]): Promise<{ values: unknown[]; refused: Refusals }> {
  return page.evaluate(async list => {
    const { desk } = window as unknown as {
      desk: Record<string, (args: object) => Promise<{ ok: boolean; value: unknown; error: { code: string } }>>
    }
    const refused: Record<string, number> = {}
    const values: unknown[] = []
    for (const { verb, args } of list) {
      const answer = await desk[verb]?.(args)
      if (answer?.ok !== true) refused[answer?.error.code ?? verb] = (refused[answer?.error.code ?? verb] ?? 0) + 1
      values.push(answer?.ok === true ? answer.value : null)
    }
    return { values, refused }
  }, asked)
}

/** Each text in every field in its turn: a registration holds as many of them as it has fields. */
export function registrationOf(texts: readonly string[], index: number): Asked {
  const at = (field: number, longest: number) => cut(texts[(index + field * 7) % texts.length] ?? '', longest)
  const member = (field: number) => ({
    ...{ surname: at(field, 100), given: at(field + 1, 100), patronymic: at(field + 2, 100), iin: '' },
  })
  const registration: Registration = makeRegistration({
    ...{ noIin: 'not_at_hand', officialId: null, delegation: 3, represented: true, applicant: 'legal_entity' },
    findings: [],
  })
  const personal: RegistrationPersonal = makeRegistrationPersonal({
    ...{ surname: at(0, 100) || 'И', given: at(1, 100) || 'И', patronymic: at(2, 100), iin: '', phone: at(3, 40) },
    ...{ organisation: at(4, 300), position: at(5, 200), address: at(6, 300), country: at(7, 100) },
    ...{ essence: at(8, 4000) || 'И', eotinish: at(9, 60), interpreterLanguage: at(10, 60) },
    members: [member(11), member(14)],
    principal: { ...member(17), organisation: at(20, 300), bin: '' },
    powers: {
      ...{ document: 'proxy', number: at(21, 60), issuer: at(22, 200), scope: at(23, 500) },
      ...{ issued: null, validTo: null },
    },
    papers: [{ title: at(24, 200) || 'И', pages: 1, kind: 'copy' }],
  })
  const args = { request: press(index), registration, personal, subject: null, draft: null }
  return { verb: 'applicationRegister', args }
}

export function contactOf(texts: readonly string[], index: number): Asked {
  const at = (field: number, longest: number) => cut(texts[(index + field) % texts.length] ?? '', longest)
  const contact = {
    ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
    ...{ language: 'kk', advisedBy: null, phoneConsent: true },
  }
  const personal = {
    ...{ surname: at(0, 100), given: at(1, 100), patronymic: at(2, 100), phone: at(3, 40), note: at(4, 1000) },
  }
  return { verb: 'contactLog', args: { request: press(index), contact, personal } }
}

export function entryOf(texts: readonly string[], index: number): Asked {
  const at = (field: number, longest: number) => cut(texts[(index + field) % texts.length] ?? '', longest)
  const entry = {
    ...{ code: `hostile_${index}`, kk: at(0, 200) || 'И', ru: at(1, 200) || 'И', validFrom: null, validTo: null },
    ...{ synonyms: [at(2, 200)], parent: null, detail: { kk: at(3, 400), ru: at(4, 400) } },
  }
  const directory = 'body'
  const body = { directory, entry }
  const intent = { entity: `entry:${directory}-${entry.code}`, type: 'entry.set', basedOn: null, body }
  return { verb: 'journalAct', args: { intent, personal: null } }
}

export function officialOf(texts: readonly string[], index: number): Asked {
  const both = (field: number) => ({
    kk: cut(texts[(index + field) % texts.length] ?? '', 400) || 'И',
    ru: cut(texts[(index + field + 1) % texts.length] ?? '', 400) || 'И',
  })
  const official = {
    ...{ id: press(index), category: 'unit_head', name: { surname: both(0), given: both(2), patronymic: both(4) } },
    ...{ position: both(6), unit: both(8), room: cut(both(10).kk, 40), rule: null, from: null, to: null },
  }
  const intent = {
    ...{ entity: `official:${official.id}`, type: 'official.added', basedOn: null },
    body: { official, batch: null },
  }
  return { verb: 'journalAct', args: { intent, personal: null } }
}

/** As the boxes of a form cut a text. */
export function cut(text: string, longest: number): string {
  return text.slice(0, longest).trim()
}

/** Begins to watch a page for anything that was taken for more than text. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as { reports: string[] }
    watched.reports = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      watched.reports.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

/** What was run, blocked, or drawn as an element of what was typed. */
export function ranOn(page: Page): Promise<string[]> {
  return page.evaluate(canary => {
    const watched = window as unknown as { reports?: string[] } & Record<string, unknown>
    const made = document.querySelectorAll('#root script, #root iframe, #root img, #root bdo, #root [onerror]')
    return [
      ...(watched.reports ?? ['not watched']),
      ...(watched[canary] === undefined ? [] : ['the canary ran']),
      ...[...made].map(({ localName }) => `drawn: ${localName}`),
    ]
  }, CANARY)
}

/** Texts that can turn what stands beside them: neither closed in by signs of their own nor alone in a box that isolates. */
export function turnsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const turns = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u061c\u202a-\u202e\u2066-\u2069]/
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const text = node.textContent ?? ''
      const bare = text.replace(/\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069/g, '')
      const parent = node.parentElement
      if (!turns.test(bare) || parent === null || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(parent.localName)) continue
      const style = getComputedStyle(parent)
      const beside = [...parent.childNodes].filter(
        one => one !== node && (one.textContent ?? '').trim() !== '' && one.nodeType === Node.TEXT_NODE,
      )
      const inline = style.display === 'inline' && !/isolate|plaintext/.test(style.unicodeBidi)
      if (inline || beside.length > 0 || bare !== text)
        found.push(`${parent.localName}.${parent.className}: ${JSON.stringify(text.slice(0, 60))}`)
    }
    return [...new Set(found)].slice(0, 12)
  })
}

/** Boxes that scroll the page sideways. */
export function sidewaysOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, .main, [role="dialog"]')]
      .filter(box => box.scrollWidth > box.clientWidth + 1)
      .map(box => {
        const edge = box.getBoundingClientRect().right
        const wide = [...box.querySelectorAll('*')].find(
          one => one.getBoundingClientRect().right > edge + 1 && one.childElementCount === 0,
        )
        return `${box.className || box.localName} ${box.scrollWidth} > ${box.clientWidth}: ${wide?.localName}.${wide?.className} in ${wide?.parentElement?.className}`
      }),
  )
}
