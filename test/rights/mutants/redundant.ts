/**
 * Checks without which nobody gets further, because another stands before or behind them in the same request and
 * is tried by itself. Each with the reason; what is not named here must be noticed.
 */
const reasons: readonly (readonly [begins: string, because: string])[] = [
  ["app/access/identify-visitor.ts: acting !== null", "the post falls back to one that is held"],
  ["app/access/identify-visitor.ts: acting !== token.postId", "tried in test/access"],
  ["app/access/identify-visitor.ts: !post", "without a post there is no actor at all"],
  ["app/access/sessions/own-session.ts: !visitor", "the next line asks for the session"],
  ["app/access/identities/link-identity.ts: accessPolicy", "decide-claim.ts asks before"],
  ["app/access/identities/unlink-identity.ts: !found", "the route finds it before"],
  [
    "app/organisation/hand-over-charge.ts: organisationPolicy",
    "the next step asks whose charge it is",
  ],
  ["app/organisation/private-reach.ts: !(await", "only by a parameter: test/organisation"],
  ["app/calendar/set-holidays.ts: !removed", "nothing is removed where nothing is"],
  ["app/documents/refuse-unchecked.ts: scan ===", "about the content, not who asks: test/uploads"],
  ["app/documents/resumable/begin-upload.ts: actor.accountId", "the route lets no stranger in"],
  ["app/numbering/set-template.ts: !series", "a name, not an id: test/numbering"],
  ["app/receipts/receipt.ts: !found", "the item is found before, by the same condition"],
  ["app/files/put-in-file.ts: receipt.kind", "attach-item.ts asks again"],
  ["app/movement/attach-item.ts: itemPolicy", "put-in-file.ts asks before"],
  ["app/files/close-file.ts: !itemPolicy", "closeItem asks again"],
  ["app/notes/take-over-draft.ts: !taken", "nothing is taken over where nothing is"],
  ["app/notes/agree.ts: refuseUnlessSendable", "sendItem asks again"],
  ["app/drafting/version.ts: !found", "the draft is found before"],
  [
    'app/drafting/sign-draft.ts: refuseUnless(actor, "sign", { draft',
    "asked before the drawing too",
  ],
  ["app/signing/signing-certificate.ts: actor.employeeId", "nobody has no draft on his desk"],
  // Conditions of statements whose subject was found before by the same condition.
  ["“id = $postId” in “select id from posts", "locks a post; the policy asks"],
  ["“u.id = $unit” in", "reads what is ordered for one's unit; nothing of it is secret"],
  ["“id = $own” in “select id, code", "names of units, which everybody reads"],
  ["“p.id = $post” in “select e.name_en", "one's own name, for the note"],
  ["“i.holder_post_id = $viewerPost::uuid” in “select 'holds'", "explains an item found before"],
  [
    "“i.created_by_post_id = $viewerPost::uuid” in “select 'holds'",
    "explains an item found before",
  ],
  ["“seen.to_post_id = $viewerPost::uuid” in “select 'holds'", "explains an item found before"],
  ["“file.holder_post_id = $viewerPost::uuid” in “select 'holds'", "explains an item found before"],
  [
    "“file.created_by_post_id = $viewerPost::uuid” in “select 'holds'",
    "explains an item found before",
  ],
  ["seeing in “select r.item_id", "the item is found before"],
  ["seeing in “/* planned once */ with alike as", "asked only of letters alike: test/receipts"],
  ["seeing in “select json_build_object('nameEn'", "the file is found before"],
  ["app/drafting/routes/steps.tsx: wetSha256", "whether there is a print, not who asks"],
  ["app/dispatch/routes/letters.tsx: !ids.every", "each dispatch is asked for itself"],
  ["seeing in “select l.id, l.draft_id", "the item is asked for in the same request"],
  ["seeing in “select n.id as", "references are made of files in sight: test/notes"],
  ["seeing in “with page as", "lists what lies on one's own desk"],
];

export function isRedundant(name: string): boolean {
  return reasons.some(([begins]) => name.startsWith(begins));
}
