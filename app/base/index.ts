export { atMoment, now } from "./clock.ts";
export { config, readConfig, type Config } from "./config.ts";
export {
  afterCommit,
  closeDatabase,
  database,
  execute,
  inTransaction,
  row,
  rows,
  transaction,
} from "./database.ts";
export {
  conflict,
  forbidden,
  invalid,
  invalidFields,
  notFound,
  Refusal,
  tooLarge,
  tooMany,
  unauthenticated,
  unavailable,
  type FieldError,
} from "./errors.ts";
export { record, type Subject } from "./events.ts";
export {
  countWaiting,
  declaredChores,
  declaredJobs,
  defineChore,
  defineJob,
  deliver,
  onEvent,
  relayDeliveries,
  type RecordedEvent,
} from "./jobs.ts";
export { listParked, retryParked, type Parked } from "./parked.ts";
export { explainConstraint } from "./constraints.ts";
export { blindIndex, defineSealedColumn, openColumn, sealColumn } from "./encryption/columns.ts";
export { installationKey } from "./key-file.ts";
export { defineDependency } from "./health/dependencies.ts";
export { log } from "./log.ts";
export { signIns } from "./metrics.ts";
export { insertMarked, isMarked, markOf } from "./mark.ts";
export type { Module, RailSection } from "./module.ts";
export {
  fetchFrom,
  OutboundFailure,
  type OutboundReason,
  type OutboundRequest,
} from "./outbound.ts";
export { orderedNumber, orderedValue, orderInForce } from "./ordered-value.ts";
export { ownState } from "./own-state.ts";
export { projectFile } from "./paths.ts";
export {
  anyPost,
  definePolicy,
  hasRole,
  nobody,
  noPost,
  may,
  signedIn,
  type Actor,
  type Rule,
} from "./policy.ts";
export { change, insert, insertMany } from "./records.ts";
export { registrar } from "./registrar.ts";
export { redis } from "./redis.ts";
export { secret } from "./secret.ts";
export { announce, withdrawAnnouncement, type NewAnnouncement } from "./service/announce.ts";
export { followServiceState, readServiceState } from "./service/follow.ts";
export { beginReadOnly, endReadOnly, type Reason } from "./service/set-read-only.ts";
export {
  isReadOnly,
  presentAnnouncements,
  serviceState,
  type Announcement,
  type ReadOnly,
  type ServiceState,
} from "./service/state.ts";
export { refersToContent, shred } from "./encryption/shred.ts";
export { withStoredFile } from "./lent-file.ts";
export { readStored, store, storedSize, type StoredBytes } from "./storage.ts";
export { syncFolder } from "./sync-folder.ts";
export { plannedOnce } from "./planned-once.ts";
export { forPurpose, type Purpose } from "./standpoint.ts";
export {
  formatDate,
  formatDateTime,
  formatNumber,
  formatTime,
  monthName,
  shiftDay,
  timeZone,
  today,
} from "./time.ts";
export {
  inLanguage,
  language,
  languages,
  nameOf,
  t,
  words,
  type BilingualName,
  type Gaps,
  type Language,
} from "./words.ts";
export {
  bare,
  done,
  fragment,
  view,
  type Answer,
  type Bare,
  type Done,
  type Download,
  type Fragment,
  type View,
} from "./web/answer.ts";
export { download, sheet } from "./web/download.ts";
export { mistakesOf } from "./web/mistakes.ts";
export {
  findFinishedUploads,
  isUploadedFile,
  whenReceived,
  type UploadedFile,
} from "./web/uploaded-file.ts";
export { checkbox, day, files, id, line, listOf, nothing, text, wholeNumber } from "./web/input.ts";
export {
  get,
  patch,
  post,
  put,
  remove,
  type Call,
  type FormState,
  type Method,
  type Rate,
  type Route,
} from "./web/route.ts";
export {
  addFlash,
  countSessionsOf,
  endSession,
  endSessionFrom,
  endSessionsOf,
  isFresh,
  readSession,
  renewSession,
  saveSession,
  sessionsOf,
  startSession,
  takeFlash,
  type Flash,
  type LivingSession,
  type NewSession,
  type Session,
} from "./web/session.ts";
export {
  setVisitor,
  type TokenReach,
  visitorOf,
  type Reader,
  type Visitor,
} from "./web/visitor.ts";
