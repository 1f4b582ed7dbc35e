/** What lies on the desk whose tray is measured. */
export const busyInbox = 84;
/** Clerks who write at the same time, and the files each of them sends to and fro. */
export const writers = 16;
export const filesOfWriter = 100;
/** The file whose page is measured. */
export const longFile = { notes: 80, papers: 40, pagesOfPaper: 10 } as const;
