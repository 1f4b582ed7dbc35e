import { z } from "zod";
import { archiveConfiguration } from "../../../../backups/escrow/configuration.ts";
import { readEscrow } from "../../../../backups/escrow/facts.ts";
import { splitEscrow, type SplitWish } from "../../../../backups/escrow/split.ts";
import { record } from "../../../../backups/figures/record.ts";
import { readPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import { readSite } from "../../../site/index.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";
import { withBackupLock } from "../backup/with-lock.ts";

export const escrowSplit = verb({
  path: ["escrow", "split"],
  words: words({
    hi: "निक्षेप की नई कुंजी बनाकर अधिकारियों में बाँटना",
    en: "Make a new key of the escrow and share it out among officers",
  }),
  options: z.object({
    recipient: option(z.array(z.string()).default([]), {
      hi: "अधिकारी की age सार्वजनिक कुंजी, हर अंश के लिए एक; न दें तो site.yml की escrow.recipients; वहाँ भी न हों तो अंश छापे जाते हैं",
      en: "An officer's public key of age, one for each share; left out, those of escrow.recipients in site.yml; without any the shares are printed",
    }),
    shares: option(z.coerce.number().int().default(5), {
      hi: "कुल अंश",
      en: "How many shares",
    }),
    threshold: option(z.coerce.number().int().optional(), {
      hi: "कितने अंश मिलकर खोलते हैं; न दें तो site.yml की escrow.threshold",
      en: "How many of them open it together; left out, escrow.threshold of site.yml",
    }),
    anew: option(z.boolean().default(false), {
      hi: "बने हुए निक्षेप को बदल दें (पुराने अंश केवल पुराने संग्रह खोलेंगे)",
      en: "Replace the escrow there is (old shares open old archives only)",
    }),
  }),
  needsRoot: true,
  run: ({ options, say, warn, answer }) => {
    const places = readPlaces();
    return withBackupLock(places, "escrow split", async () => {
      if ((await readEscrow(places.state)) && !options.anew) {
        warn(exists);
        return exit.notPermittedHere;
      }
      const wish = await wishOf(options);
      const { facts, files, paper } = await splitEscrow(places, wish);
      const archive = await archiveConfiguration(places);
      await record(places, { configuration: { at: new Date() } });
      say(done, { threshold: wish.threshold, shares: wish.shares });
      files.forEach((file) => say(`  ${file}`));
      paper.forEach((share) => say(`\n  ${share}`));
      say(paper.length > 0 ? onPaper : toHolders);
      sayEnvelope(say, places);
      answer({ recipient: facts.recipient, files, paper, archive: archive?.name });
      return exit.ok;
    });
  },
});

/** Without this a lost site's officers have the shares and no way to the copies. */
export function sayEnvelope(say: Call["say"], { second }: Pick<BackupPlaces, "second">): void {
  if (second) {
    say(envelope, { address: second.addressFile, authority: second.authority });
  }
}

interface Given {
  readonly recipient: readonly string[];
  readonly shares: number;
  readonly threshold?: number | undefined;
}

/** What is typed goes before what site.yml says; a host that is being restored may have none yet. */
async function wishOf({ recipient, shares, threshold }: Given): Promise<SplitWish> {
  const site = await readSite().catch(() => undefined);
  const recipients = recipient.length > 0 ? recipient : (site?.escrow.recipients ?? []);
  return {
    recipients,
    threshold: threshold ?? site?.escrow.threshold ?? 3,
    shares: recipients.length || shares,
  };
}

const exists = words({
  hi: "निक्षेप पहले से है। बदलना हो तो: secretariat escrow split --anew",
  en: "There is an escrow already. To replace it: secretariat escrow split --anew",
});
const done = words({
  hi: "कुंजी {shares} अंशों में बँट गई; कोई भी {threshold} उसे खोलते हैं। पूरी कुंजी कहीं नहीं रखी गई।",
  en: "The key is in {shares} shares; any {threshold} open it. The whole key is kept nowhere.",
});
const onPaper = words({
  hi: "हर अंश अलग कागज़ पर लिखकर अलग अधिकारी को मुहरबंद दें; यह दोबारा नहीं दिखेगा। फिर: secretariat escrow prove",
  en: "Write each on a paper of its own, sealed, for another officer each; it is not shown again. Then: secretariat escrow prove",
});
const toHolders = words({
  hi: "हर फ़ाइल उसके अधिकारी को दें; केवल वही खोल सकता है। फिर: secretariat escrow prove",
  en: "Hand each file to its officer, who alone can open it. Then: secretariat escrow prove",
});
const envelope = words({
  hi: "राज्य डेटा केन्द्र के मुहरबंद लिफ़ाफ़े में दूसरे सर्वर का पता (पासवर्ड सहित) और प्रमाणपत्र रखें: {address} और {authority}। यह स्थान नष्ट हो तो बैकअप तक इन्हीं से पहुँचा जाता है।",
  en: "Put the address of the second host, password included, and its certificate into the sealed envelope of the State Data Centre: {address} and {authority}. When this site is lost they are the way to the backups.",
});
