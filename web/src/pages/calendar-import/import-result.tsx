import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.ts';
import type { Importer } from './use-importer.ts';

const ImportDialog = lazyPart(async () => (await import('./import-dialog.tsx')).ImportDialog);

/** Shows what becomes of an import, from the moment a file is chosen. */
export function ImportResult({ importer }: { importer: Importer }) {
  return <Suspense>{importer.fileName && <ImportDialog importer={importer} />}</Suspense>;
}
