/** All files of a drop or a paste, those inside folders too. */
export async function readDropped(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries are gone after the first await: they are taken at once.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesBelow));
  return found.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader hands out a hundred entries at a time, then none.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader))
    found.push(...(await Promise.all(batch.map(filesBelow))).flat());
  return found;
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
