import { anyPost, done, get, nothing, post, t, view, type Route } from "../../base/index.ts";
import { createFolder, fileItem, listFolders, removeFolder, renameFolder } from "../folders.ts";
import { FileItem, NameFolder, OneFolder, OneItem, RenameFolder } from "../input.ts";
import { findItem } from "../item.ts";
import { FilingPage } from "../pages/filing-page.tsx";
import { narrow } from "./sending.tsx";
import { FoldersPage } from "../pages/folders-page.tsx";

export const folderRoutes: readonly Route[] = [
  get(
    "/folders",
    { input: nothing, allow: anyPost, summary: "The folders of the acting post" },
    async ({ actor, form }) =>
      view(narrow(t("Folders")), FoldersPage, { folders: await listFolders(actor), form }),
  ),

  post(
    "/folders",
    { input: NameFolder, allow: anyPost, summary: "Make a folder", form: "/folders" },
    async ({ actor, input }) => {
      const folderId = await createFolder(actor, input.name);
      return done(
        "/folders",
        { folderId },
        { status: 201, flash: t("The folder {name} is there.", { name: input.name }) },
      );
    },
  ),

  post(
    "/folders/:folderId",
    { input: RenameFolder, allow: anyPost, summary: "Rename a folder" },
    async ({ actor, input }) => {
      await renameFolder(actor, input);
      return done("/folders", input, { flash: t("The folder is renamed.") });
    },
  ),

  post(
    "/folders/:folderId/removal",
    { input: OneFolder, allow: anyPost, summary: "Remove a folder; its items stay on the desk" },
    async ({ actor, input }) => {
      await removeFolder(actor, input.folderId);
      return done("/folders", input, {
        flash: t("The folder is removed. What lay in it is still in the tray."),
      });
    },
  ),

  get(
    "/items/:itemId/filing",
    { input: OneItem, allow: anyPost, summary: "The form to put an item into a folder" },
    async ({ actor, input, form }) => {
      const { id, number, subject } = await findItem(actor, input.itemId);
      const folders = await listFolders(actor);
      return view(narrow(t("Folder")), FilingPage, {
        item: { id, number, subject },
        folders,
        form,
      });
    },
  ),

  post(
    "/items/:itemId/filing",
    {
      input: FileItem,
      allow: anyPost,
      summary: "Put an item into one's own folder, or take it out",
      form: "/items/:itemId/filing",
    },
    async ({ actor, input }) => {
      const folderId = input.folderId ?? null;
      await fileItem(actor, { itemId: input.itemId, folderId });
      return done(folderId === null ? "/tray" : `/tray?desk=folder&folder=${folderId}`, input, {
        flash: folderId === null ? t("It lies in no folder now.") : t("It lies in the folder."),
      });
    },
  ),
];
