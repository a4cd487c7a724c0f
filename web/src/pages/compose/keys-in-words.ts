import { t } from '@lingui/core/macro';
import type { VoiceKeys } from '../../../../src/contract/voice-content.ts';

/** Which keys of a telephone mean what in a call. */
export function keysInWords({ confirm, callBack, optOut }: VoiceKeys): string {
  const said = [
    ...(confirm === undefined ? [] : [t`${confirm} confirms`]),
    ...(callBack === undefined ? [] : [t`${callBack} asks to be called back`]),
    ...(optOut === undefined ? [] : [t`${optOut} wants no more calls`]),
  ].join(', ');
  return t`Heed keys: ${said}`;
}
