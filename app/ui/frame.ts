import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BilingualName, Language } from "../base/words.ts";
import type { IconName } from "./icon.tsx";

/** A post the reader may act as; `kind` is the kind of charge by which he holds it. */
export interface PagePost extends BilingualName {
  readonly id: string;
  readonly kind: string;
}

export interface PageReader extends BilingualName {
  readonly post: BilingualName & { readonly id?: string | undefined };
  readonly posts: readonly PagePost[];
  readonly unreadNotices: number;
}

export interface Section {
  readonly label: string;
  readonly href: string;
  readonly icon?: IconName | undefined;
  readonly current: boolean;
}

export interface Flash {
  readonly kind: "done" | "warning" | "error";
  readonly words: string;
}

/** What surrounds every page: who reads, in which language, at which address. */
export interface PageFrame {
  readonly language: Language;
  readonly csrf: string;
  readonly nonce: string;
  /** The address being shown, query included. */
  readonly path: string;
  readonly reader?: PageReader | undefined;
  readonly sections: readonly Section[];
  readonly flash?: readonly Flash[] | undefined;
  /** A sentence about this reader's own standing, such as access by breaking the glass. */
  readonly banner?: string | undefined;
  /** Sentences about the whole system: open for reading only, maintenance to come. */
  readonly banners?: readonly string[] | undefined;
}

const nobody: PageFrame = { language: "hi", csrf: "", nonce: "", path: "/", sections: [] };

export const FrameContext = createContext<PageFrame>(nobody);

export function useFrame(): PageFrame {
  return useContext(FrameContext);
}
