import { both } from "./both.ts";
import type { Language } from "../../app/base/words.ts";
import type { PageFrame } from "../../app/ui/index.ts";

/** A frame as an Under Secretary with two charges sees it. */
export function sampleFrame(language: Language, path: string): PageFrame {
  return {
    language,
    csrf: "sample",
    nonce: "sample",
    path,
    reader: {
      nameEn: "Smt. Anita Sahu",
      nameHi: "श्रीमती अनीता साहू",
      post: { id: "1", nameEn: "Under Secretary, Revenue", nameHi: "अवर सचिव, राजस्व विभाग" },
      posts: [
        {
          id: "1",
          nameEn: "Under Secretary, Revenue",
          nameHi: "अवर सचिव, राजस्व",
          kind: "substantive",
        },
        {
          id: "2",
          nameEn: "Under Secretary, Relief",
          nameHi: "अवर सचिव, राहत",
          kind: "additional",
        },
      ],
      unreadNotices: 7,
    },
    sections: [
      {
        label: both("Tray", "दैनिक डाक"),
        href: "/tray",
        icon: "tray",
        current: path.startsWith("/tray"),
      },
      {
        label: both("Create", "नया"),
        href: "/create",
        icon: "create",
        current: path.startsWith("/form"),
      },
      {
        label: both("Files", "नस्तियाँ"),
        href: "/files",
        icon: "files",
        current: path.startsWith("/file"),
      },
      { label: both("Dispatch", "प्रेषण"), href: "/dispatch", icon: "dispatch", current: false },
      {
        label: both("Reports", "प्रतिवेदन"),
        href: "/reports",
        icon: "reports",
        current: path.startsWith("/pendency"),
      },
      { label: both("Office", "कार्यालय"), href: "/office", icon: "office", current: false },
      { label: both("Audit", "अभिलेख जाँच"), href: "/audit", icon: "shield", current: false },
    ],
  };
}
