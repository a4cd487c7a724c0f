/** Area codes in which 555-0100 to 555-0199 are set aside for fiction, as everywhere in North America. */
const AREAS = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225,
  228,
];

/** As many people as asked for, up to 2,000, each with a number and a mailbox of their own. */
export function manyPeople(count: number): { name: string; phone: string; email: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const area = AREAS[Math.floor(index / 100)];
    const line = String(100 + (index % 100)).padStart(4, '0');
    return {
      name: `Person ${index + 1}`,
      phone: `+1${area}555${line}`,
      email: `person${index + 1}@example.com`,
    };
  });
}
