/** What the link under an email is called, where answers to STOP are spoken too. */
const WORDS = new Map([
  ['fr', 'Se désabonner'],
  ['es', 'Darse de baja'],
  ['de', 'Abbestellen'],
]);

/** The word in a language (BCP 47); in English where that is another. It needs no escaping in HTML. */
export function unsubscribeWord(language: string): string {
  const [code = ''] = language.toLowerCase().split('-');
  return WORDS.get(code) ?? 'Unsubscribe';
}
