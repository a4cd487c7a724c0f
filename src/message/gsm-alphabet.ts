/**
 * The GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1), in the order of its codes. Code 0x1B is the
 * escape to the extension table and stands for no character.
 */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ' +
    ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
    '¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** The extension table (3GPP TS 23.038, 6.2.1.1): each takes two septets, the escape and its code. */
const extension = new Set('\f^{}\\[~]|€');

/** How many septets a character takes: 1 or 2, and 0 for one that the alphabet lacks. */
export function septets(character: string): 0 | 1 | 2 {
  if (basic.has(character)) return 1;
  return extension.has(character) ? 2 : 0;
}
