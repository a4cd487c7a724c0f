import type { VoiceContent } from '../../../src/contract/voice-content.ts';

/** The languages that a call can be read in, as a person picks them. */
export const spokenLanguages = [
  { value: 'en-US', label: 'English (US)' },
  { value: 'en-GB', label: 'English (UK)' },
  { value: 'es-US', label: 'Spanish (US)' },
  { value: 'es-ES', label: 'Spanish (Spain)' },
  { value: 'fr-FR', label: 'French' },
  { value: 'fr-CA', label: 'French (Canada)' },
  { value: 'de-DE', label: 'German' },
  { value: 'it-IT', label: 'Italian' },
  { value: 'pt-BR', label: 'Portuguese (Brazil)' },
];

/** Who reads a call, as in “A woman reads it, English (US).” */
export function voiceInWords({ language = 'en-US', voice = 'woman' }: Partial<VoiceContent>) {
  const known = spokenLanguages.find(({ value }) => value === language);
  return `A ${voice} reads it, ${known?.label ?? language}.`;
}
