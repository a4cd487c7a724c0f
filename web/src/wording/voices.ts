import { select, t } from '@lingui/core/macro';
import type { VoiceContent } from '../../../src/contract/voice-content.ts';

/** The languages that a call can be read in, as a person picks them. */
export function spokenLanguages(): { value: string; label: string }[] {
  return [
    { value: 'en-US', label: t`English (US)` },
    { value: 'en-GB', label: t`English (UK)` },
    { value: 'es-US', label: t`Spanish (US)` },
    { value: 'es-ES', label: t`Spanish (Spain)` },
    { value: 'fr-FR', label: t`French` },
    { value: 'fr-CA', label: t`French (Canada)` },
    { value: 'de-DE', label: t`German` },
    { value: 'it-IT', label: t`Italian` },
    { value: 'pt-BR', label: t`Portuguese (Brazil)` },
  ];
}

/** Who reads a call, as in “A woman reads it, English (US).” */
export function voiceInWords({ language = 'en-US', voice = 'woman' }: Partial<VoiceContent>) {
  const known = spokenLanguages().find(({ value }) => value === language);
  const spoken = known?.label ?? language;
  return select(voice, {
    woman: `A woman reads it, ${spoken}.`,
    other: `A man reads it, ${spoken}.`,
  });
}
