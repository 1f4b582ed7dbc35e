import { z } from "zod";
import { archiveConfiguration } from "../../../../backups/escrow/configuration.ts";
import { record } from "../../../../backups/figures/record.ts";
import { backUpDocuments, carryAway } from "../../../../backups/keep/back-up-documents.ts";
import { backUpSet } from "../../../../backups/keep/back-up-set.ts";
import { expireBackups } from "../../../../backups/keep/expire.ts";
import { localStore } from "../../../../backups/keep/stores.ts";
import { rowsOf } from "../../../../backups/manifest/manifest.ts";
import { readPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import { projectRoot } from "../../../../app/base/paths.ts";
import { versionOf } from "../../../install/release-of.ts";
import { words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";
import { sayNoSecond } from "./no-second.ts";
import { orElse } from "./tell-faults.ts";
import { withBackupLock } from "./with-lock.ts";

const options = z.object({
  full: option(z.boolean().default(false), {
    hi: "पूरा बैकअप, केवल बदलाव नहीं",
    en: "A full backup, not only what changed",
  }),
  mayShrink: option(z.boolean().default(false), {
    hi: "पिछले से कम पंक्तियाँ हों तब भी स्वीकार करें (आदेश से नष्ट अभिलेख)",
    en: "Accept fewer rows than before (records destroyed by order)",
  }),
});

type Run = Call<z.output<typeof options>>;

/** `backup run` takes a whole set and carries it away; with a part, as the timers do, only that. */
export const backupRun = verb({
  path: ["backup", "run"],
  words: words({
    hi: "अभी बैकअप लेना: डेटाबेस, दस्तावेज़, व्यवस्था और कुंजियाँ",
    en: "Back up now: database, documents, settings and keys",
  }),
  options,
  positionals: [
    {
      name: "part",
      optional: true,
      words: words({
        hi: "database (पूरा सेट, केवल इसी होस्ट पर), documents या configuration",
        en: "database (the whole set, on this host alone), documents or configuration",
      }),
    },
  ],
  needsRoot: true,
  run: (call) => {
    const places = readPlaces();
    const work = parts[call.positionals[0] ?? "all"];
    if (!work) {
      call.warn(unknownPart);
      return Promise.resolve(exit.usage);
    }
    return withBackupLock(places, "backup run", () =>
      orElse(call, { places, code: exit.backupFailed }, () => work(places, call)),
    );
  },
});

const parts: Readonly<Record<string, (places: BackupPlaces, call: Run) => Promise<ExitCode>>> = {
  all: runAll,
  database: runSet,
  documents: runDocuments,
  configuration: runConfiguration,
};

async function runAll(places: BackupPlaces, call: Run): Promise<ExitCode> {
  const set = await takeSet(places, call);
  const isAway = await carryAway(places);
  if (isAway) {
    call.say(away);
  } else {
    sayNoSecond(call, places);
  }
  call.answer({ ...set, isAway });
  return exit.ok;
}

/** Without a network: the documents' unit, which follows, carries it to the second host. */
async function runSet(places: BackupPlaces, call: Run): Promise<ExitCode> {
  call.answer(await takeSet(places, call));
  return exit.ok;
}

async function takeSet(places: BackupPlaces, { options, say }: Run) {
  const manifest = await backUpSet(places, {
    product: await versionOf(projectRoot),
    mayShrink: options.mayShrink,
    ...(options.full ? { type: "full" as const } : {}),
  });
  const expired = await expireBackups(places, await localStore(places));
  const { name, label, documents } = manifest;
  const rows = rowsOf(manifest);
  say(taken, { name, label, rows, files: documents.files });
  return { set: name, label, rows, documents, expired };
}

async function runDocuments(places: BackupPlaces, { say, answer }: Run): Promise<ExitCode> {
  const { id, files, bytes } = await backUpDocuments(places);
  const isAway = await carryAway(places);
  say(documentsTaken, { id, files });
  answer({ snapshot: id, files, bytes, isAway });
  return exit.ok;
}

async function runConfiguration(places: BackupPlaces, call: Run): Promise<ExitCode> {
  const statement = await archiveConfiguration(places);
  if (!statement) {
    call.warn(noEscrow);
    return exit.nothingToDo;
  }
  await record(places, { configuration: { at: new Date(), bytes: statement.bytes } });
  call.say(configurationTaken, { name: statement.name });
  call.answer({ ...statement });
  return exit.ok;
}

const taken = words({
  hi: "सेट {name} लिया गया ({label}): {rows} पंक्तियाँ, {files} फ़ाइलें",
  en: "Took the set {name} ({label}): {rows} rows, {files} files",
});
const away = words({
  hi: "दूसरे सर्वर पर भी रख दिया गया, जहाँ से मिटाया नहीं जा सकता",
  en: "It also lies on the second host, where nothing can be deleted",
});
const documentsTaken = words({
  hi: "दस्तावेज़ सुरक्षित: {id}, {files} फ़ाइलें",
  en: "Documents are safe: {id}, {files} files",
});
const configurationTaken = words({
  hi: "व्यवस्था और कुंजियाँ सुरक्षित: {name}",
  en: "Settings and keys are safe: {name}",
});
const noEscrow = words({
  hi: "कुंजी-निक्षेप नहीं बना है; पहले चलाएँ: secretariat escrow split",
  en: "There is no escrow to encrypt them to; first run: secretariat escrow split",
});
const unknownPart = words({
  hi: "भाग database, documents या configuration में से एक हो।",
  en: "The part is one of database, documents, configuration.",
});
