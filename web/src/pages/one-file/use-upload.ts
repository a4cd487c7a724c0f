import { useState } from 'react';
import type { Upload } from '../../api/upload.ts';

/** Begins an upload, which tells how far it is, from 0 to 1. */
export type StartUpload<T> = (file: File, onProgress: (part: number) => void) => Upload<T>;

type State = {
  name: string;
  /** From 0 to 1. */
  part: number;
  problem: string | null;
  upload: Upload<unknown>;
};

/** Uploads one file, and knows how far it is, or why it was not taken. */
export function useUpload<T>(start: StartUpload<T>, onArrived: (answer: T) => void) {
  const [state, setState] = useState<State | null>(null);
  const take = async (file: File | undefined | null) => {
    if (!file || (state !== null && state.problem === null)) return;
    const change = (part: Partial<State>) => setState((old) => old && { ...old, ...part });
    const upload = start(file, (part) => change({ part }));
    setState({ name: file.name, part: 0, problem: null, upload });
    const answer = await upload.done;
    if ('value' in answer) return onArrived(answer.value);
    if (answer.problem === '') setState(null);
    else change({ problem: answer.problem });
  };
  return { state, take };
}
