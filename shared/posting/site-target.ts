import { z } from 'zod'

/** An address of the site as it is typed; main reads it and refuses what is none of its kinds. */
const Address = z.string().trim().min(1).max(500)

/** Who is let in there, and the certificate of the authority that signed the server's own, as PEM; empty: none, and what the system trusts. */
const Server = {
  address: Address,
  login: z.string().trim().max(200),
  authority: z.string().trim().max(20_000),
}

/**
 * Where the posted schedule is published by itself (clause 7): a folder or a share, an address that takes files by PUT (WebDAV),
 * or a public CouchDB database, where it is one document with attachments. No password is in it.
 */
export const SiteTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), folder: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('web'), ...Server }),
  z.strictObject({ kind: z.literal('couch'), ...Server }),
])
export type SiteTarget = z.infer<typeof SiteTarget>

/** How the site is reached. */
export const SITE_KINDS = ['folder', 'web', 'couch'] as const satisfies readonly SiteTarget['kind'][]

/** The address a person knows the place by. */
export function placeOfTarget(target: SiteTarget): string {
  return target.kind === 'folder' ? target.folder : target.address
}

/** What proves in the journal that a version was published by itself: where, and the digest of the list of all its bytes. */
export const SiteProof = z.strictObject({
  place: z.string().min(1).max(1000),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SiteProof = z.infer<typeof SiteProof>
