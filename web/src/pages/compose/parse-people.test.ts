import { describe, expect, it } from 'vitest';
import { parsePeople } from './parse-people.ts';

const read = (typed: string) => parsePeople(typed).map(({ id: _, ...person }) => person);

describe('parsePeople', () => {
  it('reads a pasted column of numbers and addresses', () => {
    expect(read('+1 212 555 0123\r\n(212) 555-0124\n\nana@example.com\n')).toEqual([
      { name: '', phone: '+1 212 555 0123' },
      { name: '', phone: '(212) 555-0124' },
      { name: '', email: 'ana@example.com' },
    ]);
  });

  it('reads a row of numbers as many people', () => {
    expect(read('2125550123, 2125550124; 2125550125')).toHaveLength(3);
  });

  it('reads a line of a table as one person', () => {
    expect(read('Ana Ruiz\t+1 212 555 0123\tana@example.com')).toEqual([
      { name: 'Ana Ruiz', phone: '+1 212 555 0123', email: 'ana@example.com' },
    ]);
    expect(read('Ruiz, Ana, 2125550123')).toEqual([{ name: 'Ruiz Ana', phone: '2125550123' }]);
  });

  it('takes a name before an address or a number', () => {
    expect(read('Ana Ruiz <ana@example.com>')).toEqual([
      { name: 'Ana Ruiz', email: 'ana@example.com' },
    ]);
    expect(read('Ana Ruiz: 212-555-0123')).toEqual([{ name: 'Ana Ruiz', phone: '212-555-0123' }]);
  });

  it('leaves a wrong number to the server, as it was written', () => {
    expect(read('555-01ab23')).toEqual([{ name: '', phone: '555-01ab23' }]);
    expect(read('Otto 555-01ab23')).toEqual([{ name: 'Otto', phone: '555-01ab23' }]);
  });

  it('keeps a name alone', () => {
    expect(read('Ana Ruiz')).toEqual([{ name: 'Ana Ruiz' }]);
    expect(read('   \n , ;')).toEqual([]);
  });

  it('reads 500 lines as 500 people', () => {
    const column = Array.from({ length: 500 }, (_, i) => `+1212555${1000 + i}`).join('\n');
    expect(read(column)).toHaveLength(500);
  });
});
