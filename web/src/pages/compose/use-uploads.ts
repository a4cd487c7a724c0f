import { useState } from 'react';
import type { AttachmentPurpose } from '../../../../src/contract/attachment.ts';
import { uploadFile } from '../../api/attachments.ts';
import { useStable } from '../../components/use-stable.ts';
import type { DraftFile } from './draft-media.ts';

/** A file on its way to the server, or one that it did not take. */
export type PendingFile = {
  key: string;
  name: string;
  /** From 0 to 1. */
  part: number;
  problem: string | null;
  cancel: () => void;
};

/** Uploads files one by one and hands over each that the server took. */
export function useUploads(
  purpose: AttachmentPurpose,
  onFile: (file: DraftFile) => void,
): { pending: readonly PendingFile[]; add: (files: readonly File[]) => void } {
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const take = useStable(onFile);
  const change = (key: string, part: Partial<PendingFile>) =>
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: string) => setPending((all) => all.filter((one) => one.key !== key));
  const begin = async (file: File) => {
    const key = crypto.randomUUID();
    const upload = uploadFile(file, purpose, (part) => change(key, { part }));
    const cancel = () => {
      upload.cancel();
      forget(key);
    };
    setPending((all) => [...all, { key, name: file.name, part: 0, problem: null, cancel }]);
    const result = await upload.done;
    if ('problem' in result) return change(key, { problem: result.problem });
    const { id, name, type, size, seconds } = result.value;
    forget(key);
    take({ id, name, type, size, seconds });
  };
  return { pending, add: (files) => files.forEach((file) => void begin(file)) };
}
