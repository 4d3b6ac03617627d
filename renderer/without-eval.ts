import { config } from 'zod'

// The page's policy forbids making code of text. Zod would try, be refused, and leave a violation behind; so it is told.
config({ jitless: true })
