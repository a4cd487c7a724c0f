import { lazy, Suspense } from 'react';
import type { Importer } from './use-importer.ts';

const ImportDialog = lazy(async () => {
  const { ImportDialog } = await import('./import-dialog.tsx');
  return { default: ImportDialog };
});

/** Shows what becomes of an import, from the moment a file is chosen. */
export function ImportResult({ importer }: { importer: Importer }) {
  return <Suspense>{importer.fileName && <ImportDialog importer={importer} />}</Suspense>;
}
