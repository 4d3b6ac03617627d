import type { DatabaseName } from '#shared/sync/address.ts'

/** By this every refusal of ours begins, so that a refused document is told from a refused account. */
export const RULE_SAYS = 'qabyldau:'

/** What is said where a document of this id stands: CouchDB answers a conflict before it asks the rules, others after. */
const WHERE_ONE_STANDS = 'exists'

/** Did our rules refuse it, and is it because a document of this id stands? */
export function isThere(reason: string | null | undefined): boolean {
  return reason === `${RULE_SAYS}${WHERE_ONE_STANDS}`
}

/**
 * What both sets of rules begin with. ES5 that every server of the protocol can run; no clock, no randomness: two servers
 * that copy from each other must come to the same. `oldDoc` of a deleted document is handed over by CouchDB, not by others.
 */
const COMMON = `
  function refuse(why) { throw({forbidden: '${RULE_SAYS}' + why}); }
  function isText(value, pattern) { return typeof value === 'string' && pattern.test(value); }
  function isCount(value) { return typeof value === 'number' && value > 0 && value < 1e12 && Math.floor(value) === value; }
  function isBase64(value) {
    return typeof value === 'string' && value.length > 0 && value.length % 4 === 0 && /^[A-Za-z0-9+\\/]*={0,2}$/.test(value);
  }
  function demandOnly(known) {
    for (var name in newDoc) {
      if (name !== '_id' && name !== '_rev' && name !== '_revisions' && known.indexOf(name) === -1) refuse('field');
    }
  }
  var isAdmin = userCtx.roles.indexOf('_admin') !== -1;
  function demandDesk(installation) {
    if (!isAdmin && userCtx.name !== 'desk-' + installation) refuse('not_yours');
  }
  function demandAdmin() { if (!isAdmin) refuse('administrators'); }
  if (newDoc._deleted) refuse('never_deleted');
  if (newDoc._attachments) refuse('field');
  var id = newDoc._id;
  var before = oldDoc || null;
`

/**
 * Rules of the chains. Records are made by the desk whose they are, or handed on under the name of the one that hands them on;
 * a letter is held by who made its document first; that a desk is retired or replaced is the administrator's word. Nothing is ever
 * changed, nobody deletes. An administrator may bring in documents of others: that is how a copy is replicated, and whose
 * a record is its signature says.
 */
const CHAINS = `function (newDoc, oldDoc, userCtx, secObj) {
  ${COMMON}
  if (before && !before._deleted) refuse('${WHERE_ONE_STANDS}');
  var record = /^([0-9a-z]{16}):([0-9]{12})(~([0-9a-z]{16}))?$/.exec(id);
  if (record) {
    demandDesk(record[4] || record[1]);
    demandOnly(['f', 'k', 'i', 's', 'p', 'b', 'e', 'sealed', 'signature']);
    if (newDoc.f !== 1) refuse('format');
    if (newDoc.i !== record[1] || newDoc.s !== parseInt(record[2], 10)) refuse('place');
    if (!isCount(newDoc.s) || !isCount(newDoc.b) || !isCount(newDoc.e)) refuse('place');
    if (newDoc.b > newDoc.s || newDoc.s > newDoc.e) refuse('place');
    if (!isText(newDoc.k, /^[0-9a-f]{8}$/) || !isText(newDoc.p, /^[0-9a-f]{64}$/)) refuse('form');
    if (!isBase64(newDoc.sealed) || !isText(newDoc.signature, /^[A-Za-z0-9+\\/]{86}==$/)) refuse('form');
    return;
  }
  if (/^letter:[\\u0410-\\u042F\\u04D8\\u0492\\u049A\\u04A2\\u04E8\\u04B0\\u04AE\\u04BA\\u0406]$/.test(id)) {
    demandOnly(['i']);
    if (!isText(newDoc.i, /^[0-9a-z]{16}$/)) refuse('form');
    demandDesk(newDoc.i);
    return;
  }
  if (/^retired:[0-9a-z]{16}$/.test(id)) {
    demandAdmin();
    demandOnly([]);
    return;
  }
  if (/^replaced:[0-9a-z]{16}$/.test(id)) {
    demandAdmin();
    demandOnly(['by']);
    if (!isText(newDoc.by, /^[0-9a-z]{16}$/)) refuse('form');
    return;
  }
  refuse('id');
}`

/**
 * Rules of the keys of people: a key is written once, by any desk of the office, and afterwards only overwritten empty. What was
 * erased stays erased, also where its document was deleted by hand, and also for an administrator.
 */
const KEYS = `function (newDoc, oldDoc, userCtx, secObj) {
  ${COMMON}
  if (!/^subject:[0-9a-z]{20}$/.test(id)) refuse('id');
  if (newDoc.erased === true) {
    demandOnly(['erased']);
    return;
  }
  if (before && !before._deleted) refuse('${WHERE_ONE_STANDS}');
  if (before) refuse('never_filled_again');
  // A key with a history is one that comes back by replication over what was erased.
  if (newDoc._revisions && newDoc._revisions.start > 1) refuse('never_filled_again');
  demandOnly(['k', 'sealed']);
  if (!isText(newDoc.k, /^[0-9a-f]{8}$/)) refuse('form');
  if (!isBase64(newDoc.sealed) || newDoc.sealed.length > 2000) refuse('form');
}`

/** The design document that holds a database to its rules. */
export interface RulesDocument {
  readonly _id: '_design/qabyldau'
  readonly language: 'javascript'
  readonly validate_doc_update: string
}

function rulesOf(text: string): RulesDocument {
  return { _id: '_design/qabyldau', language: 'javascript', validate_doc_update: text }
}

export const CHAIN_RULES = rulesOf(CHAINS)
export const KEY_RULES = rulesOf(KEYS)

/** Who may enter the databases of an office: its desks, by a role of their accounts, and the server's administrators. */
export function securityOf(chains: DatabaseName) {
  return { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: [chains] } }
}
