import { z } from 'zod'

/** What a person at the desks may do (`shared/access/rights.ts`). `department`: staff of the unit; `viewer` changes nothing. */
export const UserRole = z.enum(['clerk', 'department', 'head', 'administrator', 'viewer'])
export type UserRole = z.infer<typeof UserRole>
