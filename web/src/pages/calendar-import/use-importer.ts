import { useState } from 'react';
import { useImportCalendar } from '../../api/calendars.ts';

/** Takes in one calendar file at a time, and keeps what became of it until that is closed. */
export function useImporter() {
  const importing = useImportCalendar();
  const [fileName, setFileName] = useState<string | null>(null);
  const take = (file: File | null) => {
    if (file === null || importing.isPending) return;
    setFileName(file.name);
    importing.mutate(file);
  };
  return { importing, fileName, take, close: () => setFileName(null) };
}

/** An import as a page has it. */
export type Importer = ReturnType<typeof useImporter>;
